import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { repairGradients } from './repairedGradients';

beforeAll(repairGradients);

const weighed = (parts: readonly tf.Tensor[]) =>
  tf.addN(parts.map((part, index) => part.mul(index + 2).sum())) as tf.Tensor;

/** Gradients by hand: each part counts its place plus two. */
describe.each(['cpu', 'wasm'])('the gradient of a list on %s', (backend) => {
  test.each<[string, (x: tf.Tensor) => tf.Tensor[], readonly number[], readonly number[]]>([
    ['unstack, one step', (x) => tf.unstack(x, 1), [2, 1], [2, 2]],
    ['unstack, two steps', (x) => tf.unstack(x, 1), [2, 2], [2, 3, 2, 3]],
    ['unstack, the first axis', (x) => tf.unstack(x, 0), [1, 3], [2, 2, 2]],
    ['split, one part', (x) => tf.split(x, 1, 1), [1, 3], [2, 2, 2]],
    ['split, three parts', (x) => tf.split(x, 3, 1), [1, 3], [2, 3, 4]],
  ])('%s', async (_, parts, shape, wanted) => {
    await tf.setBackend(backend);
    const before = tf.memory().numTensors;
    const got = tf.tidy(() => [
      ...tf
        .grad((x: tf.Tensor) => weighed(parts(x)))(tf.ones([...shape]))
        .dataSync(),
    ]);
    expect(got).toEqual(wanted);
    expect(tf.memory().numTensors).toBe(before);
  });
});
