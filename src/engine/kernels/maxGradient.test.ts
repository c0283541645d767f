import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { repairGradients } from './repairedGradients';

beforeAll(repairGradients);

/** Gradients as `jax.grad` of `jnp.max(x, axis) @ weights` gives them. */
describe.each(['cpu', 'wasm'])('the largest of equal values on %s', (backend) => {
  it.each([
    { x: [[1, 2, 2]], axis: [1], keepDims: false, grad: [0, 0.5, 0.5] },
    { x: [[3, 3, 3]], axis: [1], keepDims: true, grad: [1 / 3, 1 / 3, 1 / 3] },
    { x: [[1, 2, 0]], axis: [1], keepDims: false, grad: [0, 1, 0] },
    {
      x: [
        [5, 1],
        [5, 2],
      ],
      axis: [0],
      keepDims: false,
      grad: [0.5, 0, 0.5, 2],
    },
    {
      x: [
        [4, 4],
        [1, 4],
      ],
      axis: [0, 1],
      keepDims: false,
      grad: [1 / 3, 1 / 3, 0, 1 / 3],
    },
  ])('$x over $axis', async ({ x, axis, keepDims, grad }) => {
    await tf.setBackend(backend);
    const before = tf.memory().numTensors;
    const got = tf.tidy(() => {
      const of = tf.grad((values: tf.Tensor) => {
        const largest = values.max(axis, keepDims);
        return largest.mul(tf.range(1, 1 + largest.size).reshape(largest.shape)).sum();
      })(tf.tensor2d(x));
      return [...of.dataSync()];
    });
    got.forEach((value, at) => expect(value).toBeCloseTo(grad[at]!, 6));
    expect(got).toHaveLength(grad.length);
    expect(tf.memory().numTensors).toBe(before);
  });
});
