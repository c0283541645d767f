import { brickWidth, depth } from './geometry';
import { approach, curveAt, curvePull } from './lanes';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A drawn wire: its SVG path, its arrowhead, and where its shape chip sits. */
export interface Route {
  readonly path: string;
  /** SVG path of the head at its end. */
  readonly arrow: string;
  readonly middle: Point;
  /** Free length for the chip, in pixels. */
  readonly room: number;
}

const radius = 12;
const head = { length: 9, half: 4.5 } as const;

/** One curve straight to the right, or a line with corners. */
type Way = { readonly kind: 'curve' } | { readonly kind: 'beside' | 'lane'; readonly corners: readonly Point[] };

/**
 * The way of a wire between two points: straight to the right in one curve; along the same tower beside it; otherwise
 * in its lane, a height where no tower stands (see `lanesOf`), out to the right and in from the left.
 */
function wayOf(start: Point, end: Point, lane: number | null): Way {
  const beside = end.x + brickWidth + depth.x;
  if (lane === null && Math.abs(beside - start.x) < 40)
    return { kind: 'beside', corners: besideTower(start, { x: beside, y: end.y - depth.y }) };
  if (lane === null && end.x - start.x > 16) return { kind: 'curve' };
  const [out, back] = [start.x + approach, end.x - approach];
  const y = lane ?? Math.max(start.y, end.y) + 80;
  return {
    kind: 'lane',
    corners: [start, { x: out, y: start.y }, { x: out, y }, { x: back, y }, { x: back, y: end.y }, end],
  };
}

/** A wire as it is drawn between two points. */
export function wireRoute(start: Point, end: Point, lane: number | null): Route {
  const way = wayOf(start, end, lane);
  if (way.kind === 'curve') {
    const pull = curvePull(start, end);
    const path = `M${start.x} ${start.y}C${start.x + pull} ${start.y} ${end.x - pull} ${end.y} ${end.x} ${end.y}`;
    const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
    return { path, arrow: arrowAt(end, 1), middle, room: end.x - start.x };
  }
  const { corners } = way;
  const path = rounded(corners);
  if (way.kind === 'beside') {
    const [last, bulge] = [corners.at(-1)!, corners[1]!.x];
    return { path, arrow: arrowAt(last, -1), middle: { x: bulge, y: (start.y + last.y) / 2 }, room: 0 };
  }
  const [left, right] = [corners[2]!, corners[3]!];
  const middle = { x: (left.x + right.x) / 2, y: left.y };
  return { path, arrow: arrowAt(end, 1), middle, room: Math.abs(left.x - right.x) };
}

/** The same way in straight pieces: a curve is cut into 24, corners are not rounded. */
export function wirePieces(start: Point, end: Point, lane: number | null): readonly Point[] {
  const way = wayOf(start, end, lane);
  if (way.kind !== 'curve') return way.corners;
  return Array.from({ length: 25 }, (_, step) => curveAt(start, end, step / 24));
}

/** A head whose point is at `end`, that looks to the right (1) or to the left (-1). */
function arrowAt({ x, y }: Point, way: 1 | -1): string {
  const back = x - way * head.length;
  return `M${back} ${y - head.half}L${x} ${y}L${back} ${y + head.half}Z`;
}

/** A shortcut around bricks of the same tower: out of the side face and back into it, wider for longer ways. */
function besideTower(start: Point, end: Point): readonly Point[] {
  const bulge = Math.max(start.x, end.x) + 14 + Math.min(22, Math.abs(start.y - end.y) / 14);
  return [start, { x: bulge, y: start.y }, { x: bulge, y: end.y }, end];
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
