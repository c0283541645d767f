import type { ConstantValue } from './value';

/** Largest constant that is computed while a file is read. */
const most = 1_000_000;

const product = (dims: readonly number[]) => dims.reduce((all, size) => all * size, 1);

/** Numbers of the kind that `like` has. */
export const alike = (like: ConstantValue, dims: readonly number[], values: readonly number[]): ConstantValue => ({
  kind: 'constant',
  dims,
  values: like.values instanceof Float32Array ? Float32Array.from(values) : values,
});

/** The entries of a constant at these places of one axis. */
export function taken(from: ConstantValue, axis: number, places: readonly number[]): ConstantValue | null {
  const { dims, values } = from;
  const size = dims[axis];
  if (size === undefined || places.some((at) => at < 0 || at >= size)) return null;
  const inside = product(dims.slice(axis + 1));
  const outside = product(dims.slice(0, axis));
  if (outside * places.length * inside > most) return null;
  const found: number[] = [];
  for (let out = 0; out < outside; out++)
    for (const at of places)
      for (let each = 0; each < inside; each++) found.push(values[(out * size + at) * inside + each]!);
  return alike(from, dims.toSpliced(axis, 1, places.length), found);
}

/** Places of `start:stop:step`, as in Python. */
export function placesOf(size: number, start: number, stop: number, step: number): readonly number[] {
  if (step === 0 || size > most) return [];
  const edge = (at: number) => (at < 0 ? at + size : at);
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const clamped = (at: number) => Math.min(Math.max(at, low), high);
  const [from, to] = [clamped(edge(start)), clamped(edge(stop))];
  const places: number[] = [];
  for (let at = from; step > 0 ? at < to : at > to; at += step) places.push(at);
  return places;
}

/** Constants joined along an axis. */
export function joined(parts: readonly ConstantValue[], axis: number): ConstantValue | null {
  const [first] = parts as [ConstantValue];
  const rest = (dims: readonly number[]) => dims.toSpliced(axis, 1).join();
  const place = axis < 0 ? axis + first.dims.length : axis;
  if (place >= first.dims.length || parts.some(({ dims }) => rest(dims) !== rest(first.dims))) return null;
  const outside = product(first.dims.slice(0, place));
  if (parts.reduce((all, { values }) => all + values.length, 0) > most) return null;
  const values: number[] = [];
  for (let out = 0; out < outside; out++)
    for (const part of parts) {
      const inside = product(part.dims.slice(place));
      for (let each = 0; each < inside; each++) values.push(part.values[out * inside + each]!);
    }
  const size = parts.reduce((all, { dims }) => all + dims[place]!, 0);
  return alike(first, first.dims.toSpliced(place, 1, size), values);
}

/** All numbers the same, where the shape is known and small. */
export const filled = (dims: readonly number[], number: number): ConstantValue | null =>
  dims.some((size) => size < 0) || product(dims) > most
    ? null
    : { kind: 'constant', dims, values: Array.from({ length: product(dims) }, () => number) };
