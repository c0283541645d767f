import { type Tensor, range, scalar, tensor } from '@tensorflow/tfjs-core';
import type { Interpolation } from '../shape/resized';

export type FillMode = 'reflect' | 'wrap' | 'constant' | 'nearest';

export interface Sampling {
  readonly interpolation: Interpolation;
  readonly fillMode: FillMode;
  /** What lies outside with `constant`. */
  readonly fillValue: number;
}

/** Where the pixel at (x, y) of the result comes from: (a0 x + a1 y + a2, b0 x + b1 y + b2). */
export type Affine = readonly [a0: number, a1: number, a2: number, b0: number, b1: number, b2: number];

/** Half a cell more keeps divisions that are not exact on the right side. */
const modulo = (index: Tensor, size: number) => index.sub(index.add(0.5).div(size).floor().mul(size));

/** Brings numbers of cells outside 0 … size − 1 back inside. */
function inside(index: Tensor, size: number, mode: FillMode): Tensor {
  if (mode === 'wrap') return modulo(index, size);
  if (mode !== 'reflect') return index.clipByValue(0, size - 1);
  // a b c | c b a | a b c …
  const middle = size - 0.5;
  return modulo(index, 2 * size)
    .sub(middle)
    .abs()
    .neg()
    .add(middle);
}

const valid = (index: Tensor, size: number) => index.add(1).step().mul(index.neg().add(size).step());

/** Halves are rounded away from zero. */
const rounded = (x: Tensor) => x.abs().add(0.5).floor().mul(x.sign());

/** Cells that a coordinate falls between, with their shares. */
function cells(at: Tensor, interpolation: Interpolation): (readonly [Tensor, Tensor])[] {
  if (interpolation === 'nearest') return [[rounded(at), scalar(1)]];
  const low = at.floor();
  const share = at.sub(low);
  return [
    [low, share.neg().add(1)],
    [low.add(1), share],
  ];
}

/**
 * Every picture `[height, width, channels]` of the batch moved by its own matrix, as Keras's `ops.image.affine_transform`
 * on JAX. Made of operations that every backend has, with a gradient to the pictures.
 */
export function affineTransform(
  x: Tensor,
  matrices: readonly Affine[],
  { interpolation, fillMode, fillValue }: Sampling,
): Tensor {
  const [batch, height, width, channels] = x.shape as [number, number, number, number];
  const pixels = x.reshape([batch * height * width, channels]);
  const first = range(0, batch, 1, 'int32')
    .mul(scalar(height * width, 'int32'))
    .reshape([batch, 1, 1]);
  const entry = (place: number) =>
    tensor(
      matrices.map((matrix) => matrix[place]!),
      [batch, 1, 1],
      'float32',
    );
  const [xs, ys] = [range(0, width).reshape([1, 1, width]), range(0, height).reshape([1, height, 1])];
  const along = (place: number) =>
    xs
      .mul(entry(place))
      .add(ys.mul(entry(place + 1)))
      .add(entry(place + 2));
  const [columns, rows] = [cells(along(0), interpolation), cells(along(3), interpolation)];
  const whole = (index: Tensor, size: number) => inside(index, size, fillMode).cast('int32');
  const parts = rows.flatMap(([row, rowShare]) =>
    columns.map(([column, columnShare]) => {
      const index = whole(row, height).mul(scalar(width, 'int32')).add(whole(column, width)).add(first);
      const found = pixels.gather(index.reshape([batch * height * width])).reshape([batch, height, width, channels]);
      const share = rowShare.mul(columnShare);
      const weighted = share.rank === 0 ? found : found.mul(share.expandDims(-1));
      if (fillMode !== 'constant') return weighted;
      const there = valid(row, height).mul(valid(column, width));
      const filled = there.neg().add(1).mul(share).mul(fillValue);
      return weighted.mul(there.expandDims(-1)).add(filled.expandDims(-1));
    }),
  );
  return parts.reduce((sum, part) => sum.add(part));
}
