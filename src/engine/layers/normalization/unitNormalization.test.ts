import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { UnitNormalization } from './unitNormalization';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('a step of zeros, as masks leave, stays zero and has a gradient that is a number', async () => {
  const layer = new UnitNormalization({ name: 'unit', axis: [2] });
  const x = tf.tensor3d([
    [
      [3, 4],
      [0, 0],
      [0, 2],
    ],
  ]);
  const given = await layer.call(x).data();
  expect(Array.from(given, (value) => Math.round(value * 1e6) / 1e6)).toEqual([0.6, 0.8, 0, 0, 0, 1]);
  const gradient = await tf
    .grad((moved) => layer.call(moved).square().sum())(x)
    .data();
  expect(gradient.every(Number.isFinite)).toBe(true);
  expect([gradient[2], gradient[3]]).toEqual([0, 0]);
});
