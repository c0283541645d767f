import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, it } from 'vitest';
import { registerCpuGradients } from './conv2dBackpropFilterCpu';

type Size4 = [number, number, number, number];
const cases: readonly { input: Size4; filter: Size4; strides: number | [number, number]; pad: 'valid' | 'same' }[] = [
  { input: [2, 7, 6, 3], filter: [3, 3, 3, 4], strides: 1, pad: 'valid' },
  { input: [2, 7, 6, 3], filter: [3, 3, 3, 4], strides: 1, pad: 'same' },
  { input: [3, 9, 8, 1], filter: [2, 4, 1, 2], strides: [2, 1], pad: 'same' },
  { input: [1, 11, 11, 2], filter: [5, 5, 2, 3], strides: [3, 2], pad: 'valid' },
  { input: [2, 8, 8, 4], filter: [1, 1, 4, 8], strides: 2, pad: 'same' },
];

const gradient = ({ input, filter, strides, pad }: (typeof cases)[number]) =>
  tf.tidy(() => {
    const x = tf.randomNormal<tf.Rank.R4>(input, 0, 1, 'float32', 1);
    const weights = tf.randomNormal<tf.Rank.R4>(filter, 0, 1, 'float32', 2);
    return tf
      .grad((w) =>
        tf
          .conv2d(x, w as tf.Tensor4D, strides, pad)
          .square()
          .sum(),
      )(weights)
      .dataSync();
  });

let expected: readonly Float32Array[] = [];
beforeAll(async () => {
  await tf.setBackend('cpu');
  expected = cases.map((one) => gradient(one) as Float32Array);
  registerCpuGradients();
  registerCpuGradients();
});

it.each(cases.map((one, index) => ({ ...one, index })))(
  'gives what the kernel of tfjs gives: $input $filter $strides $pad',
  ({ index }) => {
    const before = tf.memory().numTensors;
    const got = gradient(cases[index]!);
    expect(tf.memory().numTensors).toBe(before);
    expect(got).toHaveLength(expected[index]!.length);
    got.forEach((value, at) => expect(value).toBeCloseTo(expected[index]![at]!, 3));
  },
);
