import { expect, test } from 'vitest';
import { Means, curve, monitored, words } from './scores';

test('means count every sample alike, whatever the size of its batch', () => {
  const means = new Means();
  means.add(['loss', 'acc'], [1, 0.5], 30);
  means.add(['loss', 'acc'], [4, 1], 10);
  expect(means.get()).toEqual({ loss: 1.75, acc: 0.625 });
});

test('an epoch has what early stopping may watch; what there is not is null', () => {
  expect(monitored({ loss: 1, acc: 0.5 }, { loss: 2 })).toEqual({
    loss: 1,
    accuracy: 0.5,
    validationLoss: 2,
    validationAccuracy: null,
  });
});

test('scores in a line', () => expect(words({ loss: 0.25, acc: 1 }, 'val_')).toBe('val_loss 0.2500  val_acc 1.0000'));

test.each([
  [[3, 2, 1], '█▅▁  3.0000 → 1.0000'],
  [[2, 2], '▁▁  2.0000 → 2.0000'],
])('the curve of %j', (values, line) => expect(curve(values)).toBe(line));
