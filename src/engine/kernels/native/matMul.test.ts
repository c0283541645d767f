import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asOnCpu, besideCpu, withGradients } from '../testBesideCpu';
import { registerWasmGradients } from '../wasmGradients';

beforeAll(() => registerWasmGradients());

const sizes = [
  [1, 1, 1],
  [3, 7, 5],
  [16, 8, 8],
  [17, 1, 9],
  [64, 33, 10],
  [257, 20, 3],
  [129, 300, 65],
] as const;

describe('products of matrices and their gradients', () => {
  it.each(sizes)('%d × %d times %d', async (m, k, n) => {
    for (const [left, right] of [
      [false, false],
      [true, false],
      [false, true],
      [true, true],
    ] as const) {
      const shapes = [left ? [k, m] : [m, k], right ? [n, k] : [k, n]];
      const product = withGradients((a, b) => tf.matMul(a, b, left, right));
      expect(await besideCpu(shapes, product)).toEqual(asOnCpu);
    }
  });

  it.each([
    [
      [2, 3, 20, 7],
      [2, 3, 7, 9],
    ],
    [
      [5, 18, 4],
      [5, 4, 8],
    ],
  ])('several at once: %s times %s', async (a, b) => {
    expect(
      await besideCpu(
        [a, b],
        withGradients((x, y) => tf.matMul(x, y)),
      ),
    ).toEqual(asOnCpu);
  });

  it('several by the same one', async () => {
    const product = ([a, b]: readonly tf.Tensor[]) => [tf.matMul(a!, b!)];
    expect(
      await besideCpu(
        [
          [4, 18, 6],
          [1, 6, 3],
        ],
        product,
      ),
    ).toEqual(asOnCpu);
  });

  it.each(['linear', 'relu', 'relu6', 'elu', 'sigmoid'] as const)('fused with a bias and %s', async (activation) => {
    const fused = withGradients((a, b, bias) =>
      tf.fused.matMul({ a: a as tf.Tensor2D, b: b as tf.Tensor2D, bias: bias!, activation }),
    );
    expect(await besideCpu([[33, 12], [12, 13], [13]], fused)).toEqual(asOnCpu);
  });
});
