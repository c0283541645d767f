import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { repairGradients } from './repairedGradients';

beforeAll(() => {
  repairGradients();
  repairGradients();
});

/** Every cell of the enlarged pictures weighs as much as its number; a cell's gradient is the sum over its copies. */
function expected([batch, height, width, channels]: readonly number[], [down, across]: readonly number[]): number[] {
  const sums = Array.from({ length: batch! * height! * width! * channels! }, () => 0);
  const [tall, wide] = [height! * down!, width! * across!];
  for (let index = 0; index < batch! * tall * wide * channels!; index++) {
    const channel = index % channels!;
    const column = Math.floor(index / channels!) % wide;
    const row = Math.floor(index / (channels! * wide)) % tall;
    const sample = Math.floor(index / (channels! * wide * tall));
    const cell = (sample * height! + Math.floor(row / down!)) * width! + Math.floor(column / across!);
    sums[cell * channels! + channel]! += index;
  }
  return sums;
}

describe.each(['cpu', 'wasm'])('repeating rows and columns on %s', (backend) => {
  it.each([
    { shape: [1, 2, 2, 1], size: [2, 2] },
    { shape: [3, 2, 4, 2], size: [3, 2] },
    { shape: [2, 3, 1, 2], size: [1, 4] },
  ] as const)('$shape by $size', async ({ shape, size }) => {
    await tf.setBackend(backend);
    const before = tf.memory().numTensors;
    const got = tf.tidy(() => {
      const large = [shape[0], shape[1] * size[0], shape[2] * size[1], shape[3]] as const;
      const weights = tf.range(0, tf.util.sizeFromShape([...large])).reshape([...large]);
      const enlarged = (x: tf.Tensor) =>
        tf.image
          .resizeNearestNeighbor(x as tf.Tensor4D, [large[1], large[2]])
          .mul(weights)
          .sum();
      return tf
        .grad(enlarged)(tf.ones([...shape]))
        .dataSync();
    });
    expect([...got]).toEqual(expected(shape, size));
    expect(tf.memory().numTensors).toBe(before);
  });
});
