import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { randomNumbers } from '../../../data/random';
import { type Affine, affineTransform } from './affineTransform';

const matrix = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
const one = z.object({
  name: z.string(),
  matrices: z.array(matrix),
  fillMode: z.enum(['reflect', 'wrap', 'constant', 'nearest']),
  interpolation: z.enum(['bilinear', 'nearest']),
  values: z.array(z.number()),
});
const shapeOf = z.tuple([z.number(), z.number(), z.number(), z.number()]);
const file = z.object({ shape: shapeOf, seed: z.number(), fillValue: z.number(), cases: z.array(one) });

/** What real Keras computes; written by `e2e/keras/python/affine_transforms.py`. */
const keras = file.parse(
  JSON.parse(readFileSync(new URL('../../../../e2e/keras/python/affineTransforms.json', import.meta.url), 'utf8')),
);

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function pictures(): tf.Tensor4D {
  const random = randomNumbers(keras.seed);
  const size = keras.shape.reduce((product, axis) => product * axis, 1);
  return tf.tensor4d(Float32Array.from({ length: size }, random), keras.shape);
}

test.each(keras.cases)(
  '$name, $fillMode, $interpolation: as Keras',
  ({ matrices, fillMode, interpolation, values }) => {
    const before = tf.memory().numTensors;
    const moved = tf.tidy(() =>
      affineTransform(pictures(), matrices, { fillMode, interpolation, fillValue: keras.fillValue }).dataSync(),
    );
    const gaps = values.map((value, index) => Math.abs(value - moved[index]!));
    expect(Math.max(...gaps)).toBeLessThan(2e-6);
    expect(tf.memory().numTensors).toBe(before);
  },
);

test('the gradient is what was taken from each pixel', () => {
  const shift: Affine = [1, 0, -1, 0, 1, 0];
  const settings = { fillMode: 'constant', interpolation: 'bilinear', fillValue: 0 } as const;
  const gradient = tf.tidy(() =>
    tf
      .grad((x: tf.Tensor) => affineTransform(x, [shift], settings).sum())(tf.ones([1, 2, 3, 1]))
      .dataSync(),
  );
  expect([...gradient]).toEqual([1, 1, 0, 1, 1, 0]);
});
