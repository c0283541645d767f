import { expect, test } from 'vitest';
import { curve, curves, scoresOf, words } from './scores';

const epoch = {
  epoch: 1,
  loss: 0.5,
  accuracy: 0.25,
  validationLoss: 0.75,
  validationAccuracy: 0.5,
  metrics: { accuracy: 0.25 },
  validationMetrics: { accuracy: 0.5 },
  seconds: 1,
};

test('an epoch’s scores are named as Keras names them; without a validation there are none of it', () => {
  expect(scoresOf(epoch)).toEqual({ loss: 0.5, accuracy: 0.25, val_loss: 0.75, val_accuracy: 0.5 });
  expect(scoresOf({ ...epoch, validationLoss: null, validationMetrics: {} })).toEqual({ loss: 0.5, accuracy: 0.25 });
});

test('scores in a line', () => expect(words({ loss: 0.25, accuracy: 1 })).toBe('loss 0.2500  accuracy 1.0000'));

test('a line for each curve', () => {
  expect(curves([epoch, { ...epoch, loss: 0.25 }]).slice(0, 2)).toEqual([
    'loss         █▁  0.5000 → 0.2500',
    'accuracy     ▁▁  0.2500 → 0.2500',
  ]);
});

test.each([
  [[3, 2, 1], '█▅▁  3.0000 → 1.0000'],
  [[2, 2], '▁▁  2.0000 → 2.0000'],
])('the curve of %j', (values, line) => expect(curve(values)).toBe(line));
