import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { AlphaDropout } from './alphaDropout';
import { GaussianDropout } from './gaussianDropout';
import { GaussianNoise } from './gaussianNoise';
import type { RunState } from '../runState';
import { SeededDropout } from './seededDropout';
import { SpatialDropout } from './spatialDropout';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

type Make = (label: string, run: RunState) => tf.layers.Layer;

const rate = 0.3;
const layers: readonly (readonly [string, Make])[] = [
  ['SeededDropout', (label, run) => new SeededDropout({ name: 'n', rate }, { label, run })],
  ['SpatialDropout', (label, run) => new SpatialDropout({ name: 'n', rate }, { label, run })],
  ['GaussianNoise', (label, run) => new GaussianNoise({ name: 'n', stddev: 0.4 }, { label, run })],
  ['GaussianDropout', (label, run) => new GaussianDropout({ name: 'n', rate }, { label, run })],
  ['AlphaDropout', (label, run) => new AlphaDropout({ name: 'n', rate }, { label, run })],
];
const [dropout, spatial, noise, gaussian, alpha] = layers.map(([, make]) => make) as [Make, Make, Make, Make, Make];

/** What a layer makes of a number everywhere, or of normal numbers. */
function drawn(
  make: Make,
  value: number | 'normal',
  training = true,
  label = 'a',
  run = { seed: 5, step: 0 },
): Float32Array {
  return tf.tidy(() => {
    const shape: [number, number, number] = [20, 50, 60];
    const x = value === 'normal' ? tf.randomNormal(shape, 0, 1, 'float32', 3) : tf.ones(shape).mul(value);
    return (make(label, run).call(x, { training }) as tf.Tensor).dataSync() as Float32Array;
  });
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const deviation = (values: Float32Array) => {
  const middle = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};
const same = (a: Float32Array, b: Float32Array) => a.every((value, index) => value === b[index]);
const share = (values: Float32Array, of: (value: number) => boolean) =>
  values.reduce((count, value) => count + Number(of(value)), 0) / values.length;

test.each(layers)('%s does nothing when predicting', (_, make) => {
  expect(new Set(drawn(make, 2, false))).toEqual(new Set([2]));
});

test.each(layers)('%s draws by seed, layer and step', (_, make) => {
  const first = drawn(make, 1);
  expect(same(drawn(make, 1), first)).toBe(true);
  for (const other of [
    drawn(make, 1, true, 'b'),
    drawn(make, 1, true, 'a', { seed: 6, step: 0 }),
    drawn(make, 1, true, 'a', { seed: 5, step: 1 }),
  ]) {
    expect(same(other, first)).toBe(false);
  }
});

test.each(layers)('%s frees every tensor', (_, make) => {
  const before = tf.memory().numTensors;
  drawn(make, 1);
  expect(tf.memory().numTensors).toBe(before);
});

test('Dropout leaves out the share it says and makes up for it', () => {
  const values = drawn(dropout, 2);
  expect(share(values, (value) => value === 0)).toBeCloseTo(rate, 2);
  expect(mean(values)).toBeCloseTo(2, 1);
});

test('SpatialDropout leaves out whole channels', () => {
  const values = drawn(spatial, 2);
  expect(share(values, (value) => value === 0)).toBeCloseTo(rate, 1);
  for (let sample = 0; sample < 20; sample++) {
    for (let channel = 0; channel < 60; channel++) {
      const column = Array.from({ length: 50 }, (_, step) => values[(sample * 50 + step) * 60 + channel]);
      expect(new Set(column).size).toBe(1);
    }
  }
});

test('GaussianNoise adds noise of the deviation it says around 0', () => {
  const values = drawn(noise, 3);
  expect(mean(values)).toBeCloseTo(3, 2);
  expect(deviation(values)).toBeCloseTo(0.4, 2);
});

test('GaussianDropout multiplies by noise of deviation √(rate / (1 − rate)) around 1', () => {
  const values = drawn(gaussian, 2);
  expect(mean(values)).toBeCloseTo(2, 1);
  expect(deviation(values)).toBeCloseTo(2 * Math.sqrt(rate / (1 - rate)), 1);
});

test('AlphaDropout keeps mean 0 and deviation 1', () => {
  const values = drawn(alpha, 'normal');
  expect(mean(values)).toBeCloseTo(0, 1);
  expect(deviation(values)).toBeCloseTo(1, 1);
  const lowest = -1.6732632423543772 * 1.0507009873554805;
  const factor = ((1 - rate) * (1 + rate * lowest ** 2)) ** -0.5;
  const left = Math.fround(factor * lowest - factor * lowest * rate);
  expect(share(values, (value) => Math.abs(value - left) < 1e-5)).toBeCloseTo(rate, 2);
});
