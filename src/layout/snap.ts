import { brickHeight, brickWidth, depth } from './geometry';
import type { Item, Towers, Wire } from './towers';

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
export const reach = { sideways: brickWidth * 0.55, seam: 36, wire: 26 } as const;

/**
 * What a held brick, whose front face has its lower left corner at `point`, would snap to: the nearest seam of a tower
 * (on top, between two bricks, under the lowest), else a wire that its middle lies on, else nothing.
 * `height` is that of what is held. Items that are being moved are no targets.
 */
export function dropTarget(
  towers: Towers,
  moving: readonly string[],
  point: Place,
  height: number = brickHeight,
): DropTarget | null {
  const held = new Set(moving);
  return seamAt(towers, held, point, height) ?? wireAt(towers, held, point, height);
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

function wireAt(towers: Towers, held: ReadonlySet<string>, point: Place, height: number): DropTarget | null {
  const middle = { x: point.x + brickWidth / 2, y: point.y - height / 2 };
  let best: { wire: string; distance: number } | null = null;
  for (const wire of towers.wires) {
    if (held.has(wire.from) || held.has(wire.to)) continue;
    const distance = distanceTo(wirePoints(towers, wire), middle);
    if (distance <= reach.wire && (best === null || distance < best.distance)) best = { wire: wire.id, distance };
  }
  return best && { kind: 'wire', wire: best.wire };
}

/** A wire's way in short straight pieces: from the right side of its source to the left side of its target. */
export function wirePoints(towers: Towers, { from, to }: Pick<Wire, 'from' | 'to'>): readonly Place[] {
  const [source, target] = [towers.items.get(from)!, towers.items.get(to)!];
  const start = { x: source.x + source.width + depth.x / 2, y: source.y - source.height / 2 - depth.y / 2 };
  const end = { x: target.x, y: target.y - target.height / 2 };
  const bend = Math.max(24, Math.abs(end.x - start.x) / 2);
  return Array.from({ length: 25 }, (_, step) => {
    const t = step / 24;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
    return {
      x: a * start.x + b * (start.x + bend) + c * (end.x - bend) + d * end.x,
      y: (a + b) * start.y + (c + d) * end.y,
    };
  });
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
