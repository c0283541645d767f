import type { Json } from '../../kerasGraph/kerasGraph';
import type { Operation } from '../operation';
import { type Size, type TensorValue, channelsFirst } from '../value';

/** How a window goes over the axes of a picture, a series or a solid: one number for each. */
export interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  /** What is put before and behind each axis. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Sizes that come out. */
  readonly out: readonly Size[];
}

const ones = (count: number): readonly number[] => Array.from({ length: count }, () => 1);

/** What TensorFlow and Keras put around an axis for `same`, before and behind. Source: tf.nn, "Notes on padding". */
function samePads(size: Size, kernel: number, stride: number): readonly [number, number] | null {
  if (size === null && stride !== 1) return null;
  const total = size === null ? kernel - 1 : Math.max(0, (Math.ceil(size / stride) - 1) * stride + kernel - size);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/** The window of a convolution or pooling over the axes behind the channels. */
export function windowOf(operation: Operation, sizes: readonly Size[], kernel: readonly number[]): Window {
  const rank = kernel.length;
  const strides = operation.ints('strides') ?? ones(rank);
  const dilations = operation.ints('dilations') ?? ones(rank);
  const reach = kernel.map((size, axis) => (size - 1) * dilations[axis]! + 1);
  const auto = operation.text('auto_pad', 'NOTSET');
  const given = operation.ints('pads') ?? Array.from({ length: rank * 2 }, () => 0);
  const pads = sizes.map((size, axis): readonly [number, number] => {
    if (auto === 'NOTSET') return [given[axis]!, given[axis + rank]!];
    if (auto === 'VALID') return [0, 0];
    const same = samePads(size, reach[axis]!, strides[axis]!);
    if (same === null) throw operation.refuse('auto_pad', auto);
    return auto === 'SAME_LOWER' ? [same[1], same[0]] : same;
  });
  const isCeil = operation.int('ceil_mode', 0) === 1;
  const room = (axis: number) => {
    const size = sizes[axis]!;
    return size === null ? null : size + pads[axis]![0] + pads[axis]![1] - reach[axis]!;
  };
  const after = pads.map(([, end], axis) => {
    const left = room(axis);
    if (!isCeil || left === null) return end;
    const steps = Math.ceil(left / strides[axis]!);
    // A window that would begin behind the picture is not begun.
    const begins = steps * strides[axis]! < sizes[axis]! + pads[axis]![0];
    return begins ? end + Math.max(0, steps * strides[axis]! - left) : end;
  });
  const before = pads.map(([start]) => start);
  const out = sizes.map((size, axis) =>
    size === null ? null : Math.floor((size + before[axis]! + after[axis]! - reach[axis]!) / strides[axis]!) + 1,
  );
  return { kernel, strides, dilations, before, after, out };
}

/** Whether Keras's `same` puts the same around. */
export function isSamePadding({ kernel, strides, dilations, before, after }: Window, sizes: readonly Size[]): boolean {
  return sizes.every((size, axis) => {
    const same = samePads(size, (kernel[axis]! - 1) * dilations[axis]! + 1, strides[axis]!);
    return same !== null && same[0] === before[axis] && same[1] === after[axis];
  });
}

export const isUnpadded = ({ before, after }: Window) => [...before, ...after].every((size) => size === 0);

/** A picture, series or solid with its channels last. */
export function pictureAt(operation: Operation, at: number): TensorValue {
  const value = operation.tensor(at);
  const rank = value.dims.length;
  if (rank < 3 || rank > 5) throw operation.unfit();
  return operation.conversion.turned(value, channelsFirst(rank));
}

/** The class for so many axes, such as `Conv2D`. */
export const classFor = (name: string, axes: number) => `${name}${axes}D`;

/** Zeros around a picture, as a layer of its own. */
export function padded(
  operation: Operation,
  value: TensorValue,
  before: readonly number[],
  after: readonly number[],
): TensorValue {
  const sides = before.map((start, axis) => [start, after[axis]!]);
  const padding: Json = sides.length === 1 ? sides[0]! : sides;
  const { name } = operation.conversion.layer(
    `${value.layer}_padding`,
    classFor('ZeroPadding', sides.length),
    { padding },
    [value.layer],
  );
  const dims = value.dims.map((size, at) => (at < 2 || size === null ? size : size + before[at - 2]! + after[at - 2]!));
  return { ...value, layer: name, dims };
}
