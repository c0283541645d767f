import { brickHeight, brickWidth } from './geometry';
import { lanesOf, wireEnd, wireStart } from './lanes';
import type { Item, Towers, Wire } from './towers';
import { wirePieces } from './wireRoute';

/** Where a brick that is held would go if it were let go. */
export type DropTarget =
  | { readonly kind: 'on'; readonly item: string }
  | { readonly kind: 'between'; readonly below: string; readonly above: string }
  | { readonly kind: 'under'; readonly item: string }
  | { readonly kind: 'wire'; readonly wire: string };

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How near a held brick must come, in pixels at 100 %. */
export const reach = { sideways: brickWidth * 0.55, seam: 36, wire: 26, pointer: 10 } as const;

/**
 * What a held brick, whose front face has its lower left corner at `point`, would snap to: the nearest seam of a tower
 * (on top, between two bricks, under the lowest), else a wire under the pointer or under its middle, else nothing.
 * `height` is that of what is held. Items that are being moved are no targets.
 */
export function dropTarget(
  towers: Towers,
  moving: readonly string[],
  point: Place,
  height: number = brickHeight,
  pointer: Place | null = null,
): DropTarget | null {
  const held = new Set(moving);
  const middle = { x: point.x + brickWidth / 2, y: point.y - height / 2 };
  return (
    seamAt(towers, held, point, height) ??
    (pointer && wireAt(towers, held, pointer, reach.pointer)) ??
    wireAt(towers, held, middle, reach.wire)
  );
}

function seamAt(towers: Towers, held: ReadonlySet<string>, point: Place, height: number): DropTarget | null {
  let best: { target: DropTarget; distance: number } | null = null;
  const offer = (target: DropTarget, item: Item, y: number) => {
    const [aside, off] = [Math.abs(point.x - item.x), Math.abs(point.y - y)];
    if (aside > reach.sideways || off > reach.seam) return;
    const distance = off + aside / 4;
    if (best === null || distance < best.distance) best = { target, distance };
  };
  for (const { items: ids } of towers.towers) {
    const items = ids.filter((id) => !held.has(id)).map((id) => towers.items.get(id)!);
    items.forEach((item, level) => {
      const above = items[level + 1];
      const seam = item.y - item.height;
      if (above) offer({ kind: 'between', below: item.id, above: above.id }, item, seam);
      else offer({ kind: 'on', item: item.id }, item, seam);
      if (level === 0) offer({ kind: 'under', item: item.id }, item, item.y + height);
    });
  }
  return (best as { target: DropTarget } | null)?.target ?? null;
}

function wireAt(towers: Towers, held: ReadonlySet<string>, point: Place, within: number): DropTarget | null {
  let best: { wire: string; distance: number } | null = null;
  for (const wire of towers.wires) {
    if (held.has(wire.from) || held.has(wire.to)) continue;
    const distance = distanceTo(wirePoints(towers, wire), point);
    if (distance <= within && (best === null || distance < best.distance)) best = { wire: wire.id, distance };
  }
  return best && { kind: 'wire', wire: best.wire };
}

/** A wire as it is drawn, in straight pieces: from the right side of its source to the left side of its target. */
export function wirePoints(towers: Towers, { id, from, to }: Pick<Wire, 'id' | 'from' | 'to'>): readonly Place[] {
  const [source, target] = [towers.items.get(from)!, towers.items.get(to)!];
  return wirePieces(wireStart(source), wireEnd(target), lanesOf(towers).get(id) ?? null);
}

/** Distance of a point from a line of straight pieces. */
export function distanceTo(line: readonly Place[], point: Place): number {
  let nearest = Infinity;
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1]!, line[index]!];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = dx * dx + dy * dy;
    const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
    const t = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(point.x - from.x - t * dx, point.y - from.y - t * dy));
  }
  return nearest;
}
