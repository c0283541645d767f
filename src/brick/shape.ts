/** One axis of a tensor; `null` is an axis that is only known when data arrives. */
export type Dimension = number | null;

/** Shape of one sample, without the batch axis: `[height, width, channels]`, `[steps, features]`, `[units]` or `[]`. */
export type Shape = readonly Dimension[];

/** Axis of a picture, a volume or a sequence, in words. */
export type SpatialAxis = 'depth' | 'height' | 'width' | 'steps';

export type Padding = 'valid' | 'same';

/** Everything a shape rule can object to; the sentence is made in `src/i18n/troubles/issues.ts`. */
export interface ShapeProblems {
  /** The brick wants an input of another rank, e.g. Dense on an image. */
  rank: { expected: readonly number[]; shape: Shape };
  /** A window is larger than what it slides over. */
  windowTooLarge: { axis: SpatialAxis; size: number; window: number; shape: Shape };
  /** Inputs of a merge differ where they must agree. */
  inputsDiffer: { shapes: readonly Shape[]; axis: number | null };
  /** Reshape cannot keep the number of values. */
  elementsDiffer: { from: Shape; to: Shape; have: number; need: number };
  /** The brick needs to know this axis, but it is unknown. */
  unknownAxis: { axis: number; shape: Shape };
  /** An axis parameter points outside the input. */
  axisOutside: { axis: number; shape: Shape };
  /** A merge with fewer inputs than it needs. */
  tooFewInputs: { need: number; have: number };
  /** A merge with more inputs than it takes. */
  tooManyInputs: { most: number; have: number };
  /** The picture is smaller than the architecture can take. */
  pictureTooSmall: { shape: Shape; minimum: number };
  /** The architecture wants another number of channels. */
  channels: { shape: Shape; expected: number };
  /** Two parameters that exclude each other, or a value that only fits some inputs. */
  parameterMismatch: { param: string; value: string; allowed: string };
  /** The model inside has no layer of this name; `nearest` is the one spelled most alike. */
  unknownLayer: { param: 'trainableFrom' | 'trainableNames'; layer: string; nearest: string | null };
  /** There are no such weights for this architecture; there are `fitting` ones. */
  weightsSource: { weights: string; architecture: string; fitting: 'imagenet' | 'digits' };
  /** Weights from a file, but no file is chosen. */
  weightsFile: Record<string, never>;
  /** Weights are published only for some widths of the architecture. */
  weightsAlpha: { alpha: number; published: readonly number[] };
  /** Weights with the top tell a fixed number of classes apart. */
  weightsClasses: { classes: number; expected: number };
  /** Weights with the top are made for square pictures of some sizes. */
  weightsSize: { shape: Shape; sizes: readonly number[] };
}

export type ShapeProblem = keyof ShapeProblems;

/** Thrown by a brick's `shape()`; `compile` turns it into an issue. */
export class ShapeError<C extends ShapeProblem = ShapeProblem> extends Error {
  override readonly name = 'ShapeError';
  constructor(
    readonly code: C,
    readonly data: ShapeProblems[C],
  ) {
    super(`${code} ${JSON.stringify(data)}`);
  }
}

/** Number of values in a tensor of this shape; `null` when an axis is unknown. */
export function elements(shape: Shape): number | null {
  return shape.reduce<Dimension>((product, size) => (product === null || size === null ? null : product * size), 1);
}

/** The input as it is if it has one of the given ranks. Throws `ShapeError('rank')` otherwise. */
export function needsRank(shape: Shape | undefined, ...expected: number[]): Shape {
  if (shape === undefined) throw new ShapeError('tooFewInputs', { need: 1, have: 0 });
  if (!expected.includes(shape.length)) throw new ShapeError('rank', { expected, shape });
  return shape;
}

/** Where an axis lies in `shape`; Keras counts the batch as axis 0, and −1 is the last. Throws `ShapeError('axisOutside')`. */
export function axisPlace(shape: Shape, axis: number): number {
  const place = axis < 0 ? axis + shape.length : axis - 1;
  if (shape[place] === undefined) throw new ShapeError('axisOutside', { axis, shape });
  return place;
}

/** Size of an axis that must be known. Throws `ShapeError('axisOutside' | 'unknownAxis')`. */
export function axisSize(shape: Shape, axis: number): number {
  const place = axisPlace(shape, axis);
  const size = shape[place]!;
  if (size === null) throw new ShapeError('unknownAxis', { axis: place, shape });
  return size;
}

/** `[height, width, channels]` of an image; channels must be known. Throws `ShapeError('rank' | 'unknownAxis')`. */
export function needsImage(shape: Shape | undefined): readonly [Dimension, Dimension, number] {
  const [height, width, channels] = needsRank(shape, 3) as readonly [Dimension, Dimension, Dimension];
  if (channels === null) throw new ShapeError('unknownAxis', { axis: 2, shape: shape! });
  return [height, width, channels];
}

/** Height, width and channels of a picture whose size is known. Throws `ShapeError('rank' | 'unknownAxis')`. */
export function needsPicture(shape: Shape | undefined): readonly [number, number, number] {
  const [height, width, channels] = needsImage(shape);
  if (height === null) throw new ShapeError('unknownAxis', { axis: 0, shape: shape! });
  if (width === null) throw new ShapeError('unknownAxis', { axis: 1, shape: shape! });
  return [height, width, channels];
}

/**
 * Output size of a window that slides over the axis `at` of `shape` (Keras: `compute_conv_output_shape`).
 * `valid`: floor((size − window) / stride) + 1; `same`: ceil(size / stride). An unknown size stays unknown.
 * Throws `ShapeError('windowTooLarge')`.
 */
export function slide(
  shape: Shape,
  axis: SpatialAxis,
  window: number,
  stride: number,
  padding: Padding,
  dilation = 1,
): Dimension {
  const size = shape[shape.length - 1 - fromChannels[axis]] ?? null;
  if (size === null) return null;
  if (padding === 'same') return Math.ceil(size / stride);
  const reach = (window - 1) * dilation + 1;
  if (reach > size) throw new ShapeError('windowTooLarge', { axis, size, window: reach, shape });
  return Math.floor((size - reach) / stride) + 1;
}

/** How far an axis lies before the channels, which are last. */
const fromChannels: Readonly<Record<SpatialAxis, number>> = { depth: 3, height: 2, width: 1, steps: 1 };

/** One window per axis from sizes, strides and the distance between the cells of a window. */
export function windows(
  sizes: readonly number[],
  strides: readonly number[],
  dilations: readonly number[] = sizes.map(() => 1),
): { readonly size: number; readonly stride: number; readonly dilation: number }[] {
  return sizes.map((size, axis) => ({ size, stride: strides[axis]!, dilation: dilations[axis]! }));
}

/** `224×224×3`; an unknown axis reads `?`, a single value `1`. */
export function shapeText(shape: Shape): string {
  return shape.length === 0 ? '1' : shape.map((size) => size ?? '?').join('×');
}
