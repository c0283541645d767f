import { remembered } from '../document/remembered';
import { brickWidth, depth, footHeight, studHeight } from './geometry';
import { type TakenLanes, spacing, takenLanes } from './takenLanes';
import type { Item, Towers, Wire } from './towers';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a wire leaves an item: at the right edge of its side face, in the middle. */
export function wireStart(item: Pick<Item, 'x' | 'y' | 'width' | 'height'>): Place {
  return { x: item.x + item.width + depth.x, y: item.y - depth.y - item.height / 2 };
}

/** Where a wire enters an item: in the middle of the left edge of its front face. */
export function wireEnd(item: Pick<Item, 'x' | 'y' | 'height'>): Place {
  return { x: item.x, y: item.y - item.height / 2 };
}

/** How far a wire that takes a lane goes straight on from its source, and comes straight in. */
export const approach = 14;
/** Room that a lane keeps from towers. */
const clearance = 9;
/** Room that a curve keeps from towers. */
const margin = 6;
const mostBeside = 6;

interface Box {
  readonly tower: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The curve of a wire that goes straight to something on its right, at 0 … 1. */
export function curveAt(start: Place, end: Place, t: number): Place {
  const pull = curvePull(start, end);
  const [a, b, c, d] = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3];
  return {
    x: a * start.x + b * (start.x + pull) + c * (end.x - pull) + d * end.x,
    y: (a + b) * start.y + (c + d) * end.y,
  };
}

export const curvePull = (start: Place, end: Place) => Math.max(24, Math.min(90, (end.x - start.x) / 2));

/** Least way to the right that a wire can go in one curve. */
const leastCurve = 16;

/**
 * The height of the lane that each wire takes around the towers between its ends; null where it goes straight or stays
 * at its own tower. Lanes of different wires are apart, those of one output or one input lie on each other.
 */
export const lanesOf = remembered(({ items, towers, wires }: Towers): ReadonlyMap<string, number | null> => {
  const boxes = towers
    .map(({ id, items: ids }): Box => {
      const [base, top] = [items.get(ids[0]!)!, items.get(ids.at(-1)!)!];
      const { x, y } = base;
      return {
        tower: id,
        left: x,
        right: x + brickWidth + depth.x,
        top: top.y - top.height - depth.y - studHeight,
        bottom: y + footHeight,
      };
    })
    .toSorted((one, other) => one.top - other.top);
  const lanes = new Map<string, number | null>();
  const asking: { readonly wire: Wire; readonly start: Place; readonly end: Place }[] = [];
  for (const wire of wires) {
    const [from, to] = [items.get(wire.from)!, items.get(wire.to)!];
    const [start, end] = [wireStart(from), wireEnd(to)];
    lanes.set(wire.id, null);
    if (from.tower === to.tower || clear(start, end, from.tower, to.tower, boxes)) continue;
    asking.push({ wire, start, end });
  }
  const places = [...new Map(boxes.map((box) => [`${box.left} ${box.top} ${box.bottom}`, box])).values()];
  const length = ({ start, end }: (typeof asking)[number]) => Math.abs(end.x - start.x);
  const taken = takenLanes();
  for (const { wire, start, end } of asking.toSorted((one, other) => length(one) - length(other)))
    lanes.set(wire.id, laneOf(wire, start, end, places, taken));
  return lanes;
});

/** Can the wire go in one curve without crossing a third tower? */
function clear(start: Place, end: Place, from: string, to: string, boxes: readonly Box[]): boolean {
  if (end.x - start.x <= leastCurve) return false;
  const [high, low] = [Math.min(start.y, end.y), Math.max(start.y, end.y)];
  const near = boxes.filter(
    ({ tower, left, right, top, bottom }) =>
      tower !== from && tower !== to && left < end.x && right > start.x && top - margin < low && bottom + margin > high,
  );
  if (near.length === 0) return true;
  return Array.from({ length: 25 }, (_, step) => curveAt(start, end, step / 24)).every(
    ({ x, y }) =>
      !near.some(
        ({ left, right, top, bottom }) =>
          x > left - margin && x < right + margin && y > top - margin && y < bottom + margin,
      ),
  );
}

/** Heights of the lane: `y`, and in which direction further lanes lie beside it. */
interface Edge {
  readonly y: number;
  readonly away: 1 | -1;
}

/**
 * The heights at which a way past all these towers begins, `clearance` over or under one or several of them. `boxes` come
 * from the highest to the lowest top; each is looked at once.
 */
function freeEdges(boxes: readonly Box[]): readonly Edge[] {
  const edges: Edge[] = [];
  let under = -Infinity;
  for (const { top, bottom } of boxes) {
    if (top - clearance >= under) {
      if (under > -Infinity) edges.push({ y: under, away: 1 });
      edges.push({ y: top - clearance, away: -1 });
    }
    under = Math.max(under, bottom + clearance);
  }
  if (under > -Infinity) edges.push({ y: under, away: 1 });
  return edges;
}

/** Says whether the way straight up or down from `y` to another height crosses one of the towers. */
function crossing(boxes: readonly Box[], y: number): (other: number) => boolean {
  let [over, under] = [-Infinity, Infinity];
  for (const { top, bottom } of boxes) {
    if (top < y) over = Math.max(over, bottom);
    if (bottom > y) under = Math.min(under, top);
  }
  return (other) => other < over || other > under;
}

function laneOf(wire: Wire, start: Place, end: Place, boxes: readonly Box[], taken: TakenLanes): number {
  const [out, back] = [start.x + approach, end.x - approach];
  const [left, right] = [Math.min(out, back), Math.max(out, back)];
  const along = boxes.filter((box) => box.left < right + 2 && box.right > left - 2);
  const atEnds = (x: number) => boxes.filter((box) => box.left < x && box.right > x);
  const crossesOut = crossing(atEnds(out), start.y);
  const crossesBack = crossing(atEnds(back), end.y);
  const cost = ({ y }: Edge) =>
    Math.abs(y - start.y) +
    // Of equally long ways the one that reaches the target's row first, where all its wires come together.
    1.25 * Math.abs(y - end.y) +
    (crossesOut(y) ? 5000 : 0) +
    (crossesBack(y) ? 5000 : 0);
  let best: Edge = { y: Math.max(start.y, end.y) + footHeight, away: 1 };
  let least = Infinity;
  for (const edge of freeEdges(along)) {
    const costs = cost(edge);
    if (costs < least) [best, least] = [edge, costs];
  }
  const free = (y: number) => along.every(({ top, bottom }) => y <= top - clearance || y >= bottom + clearance);
  const tracks = Array.from({ length: mostBeside }, (_, track) => best.y + best.away * spacing * track);
  const lane = { from: wire.from, to: wire.to, left, right };
  const y = tracks.find((track) => !taken.busy({ ...lane, y: track }) && free(track)) ?? best.y;
  taken.add({ ...lane, y });
  return y;
}
