import type { Item, Towers, Wire } from '../../layout/towers';
import { brickWidth, depth, footHeight } from '../../layout/geometry';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawn wire: its SVG path and where its shape chip sits. */
export interface Route {
  readonly path: string;
  readonly middle: Point;
  /** Free length for the chip, in pixels. */
  readonly room: number;
}

const reach = 22;
const radius = 14;

/** Where a wire leaves an item: at the right edge of its side face, near the top. */
export function wireStart(item: Pick<Item, 'x' | 'y' | 'width' | 'height'>): Point {
  return { x: item.x + item.width + depth.x, y: item.y - depth.y - item.height / 2 };
}

/** Where a wire enters an item: in the middle of the left edge of its front face. */
export function wireEnd(item: Pick<Item, 'x' | 'y' | 'height'>): Point {
  return { x: item.x, y: item.y - item.height / 2 };
}

/**
 * The way of a wire between two points. To the right it is one curve; along the same tower it runs beside it;
 * backwards it goes down (or up) to `channel`, a height where no tower stands, and comes in from the left.
 */
export function wireRoute(start: Point, end: Point, channel: number): Route {
  const beside = end.x + brickWidth + depth.x;
  if (Math.abs(beside - start.x) < 40) return besideTower(start, { x: beside, y: end.y - depth.y });
  if (end.x - start.x > 16) {
    const pull = Math.max(24, Math.min(90, (end.x - start.x) / 2));
    const path = `M${start.x} ${start.y}C${start.x + pull} ${start.y} ${end.x - pull} ${end.y} ${end.x} ${end.y}`;
    return { path, middle: { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }, room: end.x - start.x };
  }
  const out = start.x + reach;
  const back = end.x - reach;
  const path = rounded([
    start,
    { x: out, y: start.y },
    { x: out, y: channel },
    { x: back, y: channel },
    { x: back, y: end.y },
    end,
  ]);
  return { path, middle: { x: (out + back) / 2, y: channel }, room: Math.abs(out - back) };
}

/** A shortcut around bricks of the same tower: out of the side face and back into it, wider for longer ways. */
function besideTower(start: Point, end: Point): Route {
  const bulge = Math.max(start.x, end.x) + 20 + Math.min(40, Math.abs(start.y - end.y) / 8);
  const path = rounded([start, { x: bulge, y: start.y }, { x: bulge, y: end.y }, end]);
  return { path, middle: { x: bulge, y: (start.y + end.y) / 2 }, room: 0 };
}

/** A polyline with round corners. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points;
  let path = `M${first!.x} ${first!.y}`;
  rest.forEach((corner, index) => {
    const from = points[index]!;
    const next = rest[index + 1];
    if (!next) {
      path += `L${corner.x} ${corner.y}`;
      return;
    }
    const before = shorten(corner, from);
    const after = shorten(corner, next);
    path += `L${before.x} ${before.y}Q${corner.x} ${corner.y} ${after.x} ${after.y}`;
  });
  return path;
}

/** The point `radius` away from the corner towards another one, or halfway where that is nearer. */
function shorten(corner: Point, towards: Point): Point {
  const length = Math.hypot(towards.x - corner.x, towards.y - corner.y);
  const part = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: corner.x + (towards.x - corner.x) * part, y: corner.y + (towards.y - corner.y) * part };
}

/** Room that a wire keeps from towers it passes. */
const clearance = 10;

/**
 * Height for a wire's way back: in the first free strip under the tower it leaves that is crossed by no other tower,
 * nearer to the upper edge of a wide strip.
 */
export function channelOf(wire: Wire, { items, towers }: Towers): number {
  const from = items.get(wire.from)!;
  const to = items.get(wire.to)!;
  const left = to.x - reach;
  const right = from.x + from.width + depth.x + reach;
  const boxes = towers
    .map(({ items: ids }) => {
      const [base, top] = [items.get(ids[0]!)!, items.get(ids.at(-1)!)!];
      return { x: base.x, top: top.y - top.height - depth.y - clearance, bottom: base.y + footHeight + clearance };
    })
    .filter(({ x }) => x < right && x + brickWidth + depth.x > left)
    .sort((one, other) => one.top - other.top);
  let strip = items.get(from.tower)!.y + footHeight + clearance;
  for (const { top, bottom } of boxes) {
    if (bottom <= strip) continue;
    if (top >= strip) return strip + Math.min(24, (top - strip) / 2);
    strip = bottom;
  }
  return strip;
}
