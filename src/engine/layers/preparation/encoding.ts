import { type Tensor, customGrad, range, tidy, zerosLike } from '@tensorflow/tfjs-core';

/** As Keras's `encode_categorical_inputs`: as they are, a row for each, or a row for all of a sample. */
export type Encoding = 'int' | 'one_hot' | 'multi_hot' | 'count';

/** Whole numbers in a shape of their own have no slope: what they are made of gets a gradient of 0. */
export const withoutSlope = (x: Tensor, make: (x: Tensor) => Tensor): Tensor =>
  customGrad((given) => ({ value: make(given as Tensor), gradFunc: () => zerosLike(given as Tensor) }))(x);

/** Whole numbers below `depth` as rows; others leave a row of zeros. */
export function encoded(whole: Tensor, mode: Encoding, depth: number): Tensor {
  if (mode === 'int') return whole;
  return tidy(() => {
    const each = mode === 'one_hot' && whole.shape.at(-1) === 1 ? whole : whole.expandDims(-1);
    const rows = each.equal(range(0, depth)).toFloat();
    if (mode === 'one_hot') return rows;
    return mode === 'count' ? rows.sum(-2) : rows.max(-2);
  });
}

/** The shape that leaves, with the batch. */
export function encodedShape(shape: (number | null)[], mode: Encoding, depth: number): (number | null)[] {
  if (mode === 'int') return shape;
  if (mode !== 'one_hot' || shape.at(-1) === 1) return [...shape.slice(0, -1), depth];
  return [...shape, depth];
}
