import { depth } from './geometry';
import type { Item, Towers } from './towers';

/** What stands to the right of an item at least so far away leaves it all the room it could want, in pixels at 100 %. */
export const amplyRoom = 220;

/** Free pixels to the right of each item, from the edge of its side face to the next brick at its height, at most `amplyRoom`. */
export function roomBeside({ items, towers }: Pick<Towers, 'items' | 'towers'>): ReadonlyMap<string, number> {
  const boxes = towers
    .map((tower) => {
      const own = tower.items.map((id) => items.get(id)!);
      const top = Math.min(...own.map(({ y, height }) => y - height));
      return { own, left: own[0]!.x, top, bottom: Math.max(...own.map(({ y }) => y)) };
    })
    .toSorted((a, b) => a.left - b.left);
  const room = new Map<string, number>();
  boxes.forEach(({ own }, place) => {
    for (const item of own) room.set(item.id, roomOf(item, boxes, place));
  });
  return room;
}

type Box = { readonly left: number; readonly top: number; readonly bottom: number };

function roomOf({ x, y, width, height }: Item, boxes: readonly Box[], place: number): number {
  const right = x + width + depth.x;
  for (let next = place + 1; next < boxes.length; next++) {
    const { left, top, bottom } = boxes[next]!;
    if (left - right >= amplyRoom) break;
    if (left >= x + width && top < y && bottom > y - height) return Math.max(0, left - right);
  }
  return amplyRoom;
}
