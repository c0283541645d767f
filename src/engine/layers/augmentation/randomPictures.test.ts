import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { RandomBrightness } from './randomBrightness';
import { RandomContrast } from './randomContrast';
import { RandomFlip } from './randomFlip';
import { RandomRotation } from './randomRotation';
import { RandomTranslation } from './randomTranslation';
import { RandomZoom } from './randomZoom';
import type { LayerContext } from '../runState';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const filled = { name: 'r', fillMode: 'wrap', interpolation: 'nearest', fillValue: 0 } as const;
const named = { name: 'r', valueRange: [0, 100] } as const;
type Make = (context: LayerContext) => tf.layers.Layer;

const layers: readonly (readonly [string, Make])[] = [
  ['RandomFlip', (context) => new RandomFlip({ name: 'r', mode: 'horizontal' }, context)],
  ['RandomRotation', (context) => new RandomRotation({ ...filled, factor: [-0.5, 0.5] }, context)],
  ['RandomZoom', (context) => new RandomZoom({ ...filled, heightFactor: [-0.5, 0.9] }, context)],
  [
    'RandomTranslation',
    (context) => new RandomTranslation({ ...filled, heightFactor: [-1, 1], widthFactor: [-1, 1] }, context),
  ],
  ['RandomContrast', (context) => new RandomContrast({ ...named, factor: [0.5, 0.5] }, context)],
  ['RandomBrightness', (context) => new RandomBrightness({ ...named, factor: [-0.2, 0.2] }, context)],
];

const shape: [number, number, number, number] = [8, 4, 4, 1];
/** Every pixel of every picture holds another value from 20 to 80. */
const pixels = Float32Array.from({ length: 8 * 16 }, (_, index) => 20 + (60 * index) / 128);

function seen(make: Make, training: boolean, step = 0): Float32Array {
  return tf.tidy(() => {
    const layer = make({ label: 'a', run: { seed: 3, step } });
    return (layer.call(tf.tensor4d(pixels, shape), { training }) as tf.Tensor).dataSync() as Float32Array;
  });
}

const picture = (values: Float32Array, sample: number) => [...values.subarray(sample * 16, sample * 16 + 16)];

test.each(layers)('%s does nothing when predicting', (_, make) => {
  expect(seen(make, false)).toEqual(pixels);
});

test.each(layers)('%s changes pictures by seed and step, each in its own way, and frees every tensor', (_, make) => {
  const before = tf.memory().numTensors;
  const first = seen(make, true);
  expect(first).not.toEqual(pixels);
  expect(seen(make, true)).toEqual(first);
  expect(seen(make, true, 1)).not.toEqual(first);
  expect(tf.memory().numTensors).toBe(before);
});

test('RandomFlip mirrors some pictures and leaves the others', () => {
  const values = seen((context) => new RandomFlip({ name: 'r', mode: 'horizontal' }, context), true);
  const kinds = Array.from({ length: 8 }, (_, sample) => {
    const [before, after] = [picture(pixels, sample), picture(values, sample)];
    const mirrored = before.map((_, at) => before[at - (at % 4) + 3 - (at % 4)]);
    const same = (other: readonly unknown[]) => after.every((value, at) => Math.abs(value - Number(other[at])) < 1e-4);
    return same(before) ? 'left' : same(mirrored) ? 'mirrored' : 'other';
  });
  expect(new Set(kinds)).toEqual(new Set(['left', 'mirrored']));
});

test('RandomTranslation shifts down and to the right by shares of the size', () => {
  const make: Make = (context) =>
    new RandomTranslation({ ...filled, heightFactor: [0.25, 0.25], widthFactor: [0.5, 0.5] }, context);
  const [before, after] = [picture(pixels, 0), picture(seen(make, true), 0)];
  after.forEach((value, at) => {
    const [row, column] = [Math.floor(at / 4), at % 4];
    expect(value).toBe(before[((row + 3) % 4) * 4 + ((column + 2) % 4)]);
  });
});

test('RandomRotation by a quarter of a turn', () => {
  const make: Make = (context) => new RandomRotation({ ...filled, factor: [0.25, 0.25] }, context);
  const [before, after] = [picture(pixels, 0), picture(seen(make, true), 0)];
  // Row y, column x comes from row x, column 3 − y.
  after.forEach((value, at) => expect(value).toBe(before[(at % 4) * 4 + 3 - Math.floor(at / 4)]));
});

test('RandomContrast keeps the mean, RandomBrightness the differences', () => {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const contrast = seen((context) => new RandomContrast({ ...named, factor: [0.2, 0.2] }, context), true);
  const brightness = seen((context) => new RandomBrightness({ ...named, factor: [0.1, 0.1] }, context), true);
  for (let sample = 0; sample < 8; sample++) {
    expect(mean(picture(contrast, sample))).toBeCloseTo(mean(picture(pixels, sample)), 3);
    picture(brightness, sample).forEach((value, at) => expect(value).toBeCloseTo(picture(pixels, sample)[at]! + 10, 3));
  }
});
