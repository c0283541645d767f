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

test.each([
  ['just enough', sgd, weights * 2 + perSample * 10, 10, null],
  ['a batch less', sgd, weights * 2 + perSample * 10 - 1, 10, 'try --batch-size 9.'],
  [
    'two more tensors per weight',
    { name: 'adam', settings: {} } as const,
    weights * 4 + perSample,
    2,
    'try --batch-size 1.',
  ],
  ['not even the weights', sgd, weights, 1, 'its weights alone are too many'],
])('%s', (_, optimizer, room, batchSize, said) => {
  const refuse = () => refuseTooLarge(model(), model(), optimizer, batchSize, room);
  if (said === null) expect(refuse).not.toThrow();
  else expect(refuse).toThrow(said);
});

test('where nothing is known of the memory nothing is refused', () => {
  expect(() => refuseTooLarge(model(), model(), sgd, 2 ** 40, null)).not.toThrow();
});
