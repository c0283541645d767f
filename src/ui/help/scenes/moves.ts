import type { Drawing } from '../../../brick/drawing';
import type { Shape } from '../../../brick/shape';
import { type Params, numbersOf } from '../readParams';

/** Where each value of a small output comes from: position in the input, or null for a new zero. */
export interface Moves {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly source: readonly (number | null)[];
}

const count = (shape: readonly number[]) => shape.reduce((all, size) => all * size, 1);
const range = (length: number) => Array.from({ length }, (_, index) => index);
const mostCells = 24;

/** Positions along each axis of the value at `index`, in row-major order. */
export function placeOf(index: number, shape: readonly number[]): readonly number[] {
  const place: number[] = [];
  let rest = index;
  for (const size of [...shape].reverse()) {
    place.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return place;
}

const indexOf = (place: readonly number[], shape: readonly number[]) =>
  shape.reduce((index, size, axis) => index * size + place[axis]!, 0);

/** The shape itself where it is small, otherwise one of the same rank that can be drawn. */
function small(shape: Shape, most: number): readonly number[] {
  const sizes = shape.map((size) => size ?? 3);
  return count(sizes) <= mostCells && sizes.length <= 3 ? sizes : sizes.map((size) => Math.min(size, most));
}

/** A shape of this rank with so many values. */
function withCount(rank: number, values: number): readonly number[] {
  const shape: number[] = [];
  let rest = values;
  while (shape.length < rank - 1) {
    const size = rest % 2 === 0 && rest > 2 ? 2 : rest % 3 === 0 && rest > 3 ? 3 : 1;
    shape.push(size);
    rest /= size;
  }
  return [...shape, rest];
}

function reordered(x: Shape, out: Shape): Moves {
  const real = [x, out].every((shape) => shape.length <= 3 && count(shape.map((size) => size ?? 99)) <= mostCells);
  const from = real ? (x as readonly number[]) : x.length > 1 ? small(x, 2).slice(-3) : [];
  const to = real ? (out as readonly number[]) : out.length === 1 ? [count(from)] : small(out, 2).slice(-3);
  if (real || out.length === 1) return { from, to, source: range(count(to)) };
  return { from: withCount(Math.min(x.length, 3), count(to)), to, source: range(count(to)) };
}

function permuted(x: Shape, dims: readonly number[]): Moves {
  const from = small(x, 3).map((size, axis) => Math.min(size, [2, 3, 2, 2][axis] ?? 2));
  const to = dims.map((axis) => from[axis - 1]!);
  const source = range(count(to)).map((index) => {
    const place = placeOf(index, to);
    return indexOf(
      from.map((_, axis) => place[dims.indexOf(axis + 1)]!),
      from,
    );
  });
  return { from, to, source };
}

/** Cells of a picture moved by `offset` into one of another size; what was not there is zero. */
function shifted(from: readonly number[], to: readonly number[], offset: readonly number[]): Moves {
  const source = range(count(to)).map((index) => {
    const place = placeOf(index, to).map((at, axis) => at - offset[axis]!);
    return place.every((at, axis) => at >= 0 && at < from[axis]!) ? indexOf(place, from) : null;
  });
  return { from, to, source };
}

/** First and last cells of two spatial axes that are cut off or put on; a vector has one axis. */
function sidesOf(params: Params, param: string): readonly (readonly [number, number])[] {
  const sides = numbersOf(params, param).map((side) => Math.min(side, 3));
  const pairs = range(sides.length / 2).map((axis) => [sides[2 * axis]!, sides[2 * axis + 1]!] as const);
  return pairs.length === 1 ? [[0, 0], pairs[0]!] : pairs.slice(-2);
}

/** What a layer that only moves values does to a small input; undefined for any other layer. */
export function movesOf(drawing: Drawing | undefined, params: Params, x: Shape, out: Shape): Moves | undefined {
  if (drawing === 'flattening' || drawing === 'reshaping') return reordered(x, out);
  if (drawing === 'permuting') return permuted(x, numbersOf(params, 'dims'));
  if (drawing === 'repeating') {
    const from = [Math.min(x[0] ?? 4, 6)];
    const to = [Math.min(out[0] ?? 3, 4), from[0]!];
    return { from, to, source: range(count(to)).map((index) => index % from[0]!) };
  }
  if (drawing === 'padding') {
    const sides = sidesOf(params, 'padding');
    const from = x.length === 2 ? [1, 4] : [3, 4];
    const to = from.map((size, axis) => size + sides[axis]![0] + sides[axis]![1]);
    return shifted(
      from,
      to,
      sides.map(([first]) => first),
    );
  }
  if (drawing === 'cropping') {
    const sides = sidesOf(params, 'cropping');
    const to = x.length === 2 ? [1, 3] : [2, 3];
    const from = to.map((size, axis) => size + sides[axis]![0] + sides[axis]![1]);
    return shifted(
      from,
      to,
      sides.map(([first]) => -first),
    );
  }
  return undefined;
}
