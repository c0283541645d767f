import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { repairGradients } from '../repairedGradients';
import { asOnCpu, besideCpu, withGradients } from '../testBesideCpu';
import { registerWasmGradients } from '../wasmGradients';

beforeAll(() => {
  repairGradients();
  registerWasmGradients();
});

type Shape4 = readonly [number, number, number, number];
const pictures: readonly Shape4[] = [
  [1, 8, 9, 4],
  [257, 5, 4, 1],
  [3, 13, 11, 8],
  [2, 9, 7, 13],
];
const strides = [1, 2, 3] as const;
const paddings = ['same', 'valid'] as const;
const grid = pictures.flatMap((picture) =>
  strides.flatMap((stride) => paddings.map((pad) => ({ picture, stride, pad }))),
);

describe.each(grid)('$picture, strides $stride, $pad', ({ picture, stride, pad }) => {
  it.each([
    [1, 1],
    [3, 3],
    [2, 4],
  ] as const)('depthwise by %d × %d', async (height, width) => {
    for (const copies of [1, 2]) {
      const shapes = [picture, [height, width, picture[3], copies]];
      const filtered = withGradients((x, w) => tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad));
      expect(await besideCpu(shapes, filtered)).toEqual(asOnCpu);
    }
  });

  it.each([
    [2, 2],
    [3, 3],
    [4, 1],
  ] as const)('pooling by %d × %d', async (height, width) => {
    for (const pool of [tf.maxPool, tf.avgPool]) {
      const pooled = withGradients((x) => pool(x as tf.Tensor4D, [height, width], stride, pad));
      expect(await besideCpu([picture], pooled)).toEqual(asOnCpu);
    }
  });
});

describe('what cuts values off', () => {
  it.each([[1], [5, 3], [257, 9], [2, 3, 4, 5]])('with shape %j', async (...shape) => {
    const cut = [tf.relu, tf.relu6, (x: tf.Tensor) => tf.clipByValue(x, -0.5, 0.25)];
    for (const each of cut) expect(await besideCpu([shape], withGradients(each))).toEqual(asOnCpu);
  });

  it('has no slope at the edge of ReLU, and one at those of a range', async () => {
    await tf.setBackend('wasm');
    const slopes = tf.tidy(() => {
      const x = tf.tensor1d([-1, 0, 1, 6, 7]);
      const cut = [tf.relu, tf.relu6, (y: tf.Tensor) => tf.clipByValue(y, 0, 6)];
      return cut.map((each) =>
        Array.from(
          tf
            .grad((y: tf.Tensor) => each(y))(x)
            .dataSync(),
        ),
      );
    });
    expect(slopes).toEqual([
      [0, 0, 1, 1, 1],
      [0, 0, 1, 1, 0],
      [0, 1, 1, 1, 0],
    ]);
  });
});

it.each([
  [[7, 5], 0],
  [
    [257, 3, 9],
    [0, 1],
  ],
  [[4, 3, 5], 0],
  [
    [4, 3, 5],
    [0, 2],
  ],
  [[600, 1], 0],
  [[1, 6], 0],
  [[3, 4], [-2]],
])('sums of %j over %j', async (shape, axis) => {
  const sums = ([x]: readonly tf.Tensor[]) => [tf.sum(x!, axis), tf.sum(x!, axis, true), tf.sum(x!)];
  expect(await besideCpu([shape], sums)).toEqual(asOnCpu);
});
