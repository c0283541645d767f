import { blocksAround } from '../document/items';
import { remembered } from '../document/remembered';
import { depth, footHeight, framePad } from './geometry';
import type { Item, Tower, Towers } from './towers';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The frame around an unfolded block that is not one tower. */
export interface Hull extends Rectangle {
  readonly block: string;
  /** Number of the frame: a block that lies in several places has one for each. */
  readonly part: number;
}

export interface BlockLabels {
  /** Tower → the block that it is, whose name stands at its foot. */
  readonly atFoot: ReadonlyMap<string, string>;
  readonly hulls: readonly Hull[];
}

/** Where the names of unfolded blocks stand: at the foot of a tower that is the whole block, else on a frame. */
export const blockLabels = remembered((towers: Towers): BlockLabels => {
  const inside = itemsOfBlocks(towers);
  const atFoot = new Map<string, string>();
  const labelled = new Set<string>();
  for (const tower of towers.towers) {
    const first = towers.items.get(tower.id)!;
    if (tower.items.length === 1 && first.kind === 'block') continue;
    const around = blocksAround(towers, first.block ?? undefined);
    const whole = around.find((block) => samePart(inside.get(block)!, tower) && !labelled.has(block));
    if (whole === undefined) continue;
    labelled.add(whole);
    atFoot.set(tower.id, whole);
  }
  const depthOf = new Map([...inside.keys()].map((block) => [block, blocksAround(towers, block).length]));
  const innerFirst = [...inside.keys()].toSorted((one, other) => depthOf.get(other)! - depthOf.get(one)!);
  const frames: { readonly hull: Hull; readonly items: ReadonlySet<Item> }[] = [];
  for (const block of innerFirst) {
    if (labelled.has(block)) continue;
    clusters(inside.get(block)!, towers).forEach((cluster, part) => {
      const items = new Set(cluster);
      const inner = frames.filter((frame) => [...frame.items].every((item) => items.has(item)));
      const box = union([...cluster.map(roomOf), ...inner.map(({ hull }) => hull)]);
      frames.push({ hull: { block, part, ...grown(box, framePad) }, items });
    });
  }
  return { atFoot, hulls: frames.map(({ hull }) => hull).reverse() };
});

/** Unfolded blocks → the items in them, nested ones included. */
function itemsOfBlocks(towers: Towers): ReadonlyMap<string, readonly Item[]> {
  const inside = new Map<string, Item[]>();
  for (const item of towers.items.values()) {
    for (const block of blocksAround(towers, item.block ?? undefined)) {
      const items = inside.get(block);
      if (items) items.push(item);
      else inside.set(block, [item]);
    }
  }
  return inside;
}

const samePart = (items: readonly Item[], tower: Tower) =>
  items.length === tower.items.length && items.every((item) => item.tower === tower.id);

/** The block's items as groups around which a frame can be drawn that holds nothing else. */
function clusters(items: readonly Item[], towers: Towers): readonly (readonly Item[])[] {
  const inside = new Set(items.map(({ id }) => id));
  const others = [...towers.items.values()].filter(({ id }) => !inside.has(id)).map(coreOf);
  const byTower = new Map<string, Item[]>();
  for (const item of items) {
    const part = byTower.get(item.tower);
    if (part) part.push(item);
    else byTower.set(item.tower, [item]);
  }
  const groups: { readonly items: Item[]; box: Rectangle }[] = [];
  for (const part of [...byTower.values()].toSorted((one, other) => one[0]!.x - other[0]!.x)) {
    const own = union(part.map(roomOf));
    const joined = groups.find(({ box }) => !others.some((other) => crosses(union([box, own]), other)));
    if (joined) {
      joined.items.push(...part);
      joined.box = union([joined.box, own]);
    } else groups.push({ items: [...part], box: own });
  }
  return groups.map((group) => group.items);
}

/** The front face without its rim: what a foreign frame must not hold. */
const coreOf = ({ x, y, width, height }: Item): Rectangle => ({
  x: x + 8,
  y: y - height + 4,
  width: width - 16,
  height: height - 8,
});

/** A brick with its lean to the back and the label that may stand under it. */
export const roomOf = ({ x, y, width, height }: Item): Rectangle => ({
  x,
  y: y - height - depth.y,
  width: width + depth.x,
  height: height + depth.y + footHeight,
});

export function crosses(one: Rectangle, other: Rectangle): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

function union(boxes: readonly Rectangle[]): Rectangle {
  const [x, y] = [Math.min(...boxes.map((box) => box.x)), Math.min(...boxes.map((box) => box.y))];
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  return { x, y, width: right - x, height: Math.max(...boxes.map((box) => box.y + box.height)) - y };
}

function grown({ x, y, width, height }: Rectangle, { side, top, bottom }: typeof framePad): Rectangle {
  return { x: x - side, y: y - top, width: width + 2 * side, height: height + top + bottom };
}
