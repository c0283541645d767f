import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { refuseTooLarge } from './room';

/** 64 numbers a sample come out of its layers, 16 of them of its input; 16 · 48 + 48 weights. */
function model(): tf.LayersModel {
  return tf.sequential({ layers: [tf.layers.dense({ units: 48, inputShape: [16] })] });
}
const weights = 4 * (16 * 48 + 48);
const perSample = 4 * 2 * 64;
const sgd = { name: 'sgd', settings: {} } as const;

const adam = { name: 'adam', settings: {} } as const;

test.each([
  ['a batch less', sgd, weights * 2 + perSample * 10 - 1, 10, 'try --batch-size 9.'],
  ['two more tensors per weight', adam, weights * 4 + perSample, 2, 'try --batch-size 1.'],
  ['not even the weights', sgd, weights, 1, 'its weights alone are too many'],
])('%s: refused with the way out', (_, optimizer, room, batchSize, said) => {
  expect(() => refuseTooLarge(model(), model(), optimizer, batchSize, room)).toThrow(said);
});

test('just enough is enough', () => {
  expect(() => refuseTooLarge(model(), model(), sgd, 10, weights * 2 + perSample * 10)).not.toThrow();
});

test('where nothing is known of the memory nothing is refused', () => {
  expect(() => refuseTooLarge(model(), model(), sgd, 2 ** 40, null)).not.toThrow();
});
