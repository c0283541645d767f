import type { OnnxConstant } from './file/onnxGraph';

/** Size of an axis; null where it is open. */
export type Size = number | null;

/** What comes out of a layer, as ONNX sees it. */
export interface TensorValue {
  readonly kind: 'tensor';
  /** Name of the layer. */
  readonly layer: string;
  /**
   * For each axis of ONNX the axis of the layer's output; 0 is the batch. −1: an axis of size 1 that the layer's output
   * does not have. A picture of a model with channels first is `[0, 3, 1, 2]`.
   */
  readonly axes: readonly number[];
  /** Sizes in ONNX's order; of the batch null. */
  readonly dims: readonly Size[];
  /** Of a flattened tensor whose numbers lie otherwise than ONNX's: for each of the layer's numbers the place in ONNX's. */
  readonly order?: Int32Array;
}

export interface ConstantValue extends OnnxConstant {
  readonly kind: 'constant';
  /** Sizes are not known: all numbers are this one. */
  readonly filled?: number;
}

/** All outputs of a recurrent layer: steps (0), directions (1), batch (2) and units (3), in the order of `axes`. */
export interface DirectionsValue {
  readonly kind: 'directions';
  readonly layer: string;
  readonly steps: Size;
  readonly count: 1 | 2;
  readonly units: number;
  readonly axes: readonly number[];
}

export type Value = TensorValue | ConstantValue | DirectionsValue;

export const identity = (rank: number): readonly number[] => Array.from({ length: rank }, (_, axis) => axis);

/** The axes of a tensor with channels behind the batch whose layer has them last. */
export const channelsFirst = (rank: number): readonly number[] => [0, rank - 1, ...identity(rank).slice(1, -1)];

export const isSame = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((each, at) => each === other[at]);

/** The sizes of the layer's output, without the batch. */
export function layerShape({ axes, dims }: TensorValue): Size[] {
  const rank = axes.filter((axis) => axis >= 0).length;
  return identity(rank)
    .slice(1)
    .map((axis) => dims[axes.indexOf(axis)]!);
}

/** How many numbers a sample has; null where a size is open. */
export const countOf = (sizes: readonly Size[]): Size =>
  sizes.reduce<Size>((product, size) => (product === null || size === null ? null : product * size), 1);

/** Axes with those that the layer lacks put before its last one. */
export function wholeAxes(axes: readonly number[]): readonly number[] {
  const real = axes.flatMap((axis, at) => (axis < 0 ? [] : [at])).toSorted((a, b) => axes[a]! - axes[b]!);
  const missing = axes.flatMap((axis, at) => (axis < 0 ? [at] : []));
  const places = real.length > 1 ? [...real.slice(0, -1), ...missing, real.at(-1)!] : [...real, ...missing];
  return axes.map((_, at) => places.indexOf(at));
}
