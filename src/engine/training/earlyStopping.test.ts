import { describe, expect, test } from 'vitest';
import { type EarlyStopping, isBest, shouldStop } from './earlyStopping';

const settings: EarlyStopping = {
  enabled: true,
  monitor: 'validationLoss',
  patience: 2,
  minDelta: 0,
  restoreBestWeights: true,
};
const epochs = (monitor: EarlyStopping['monitor'], values: readonly (number | null)[]) =>
  values.map((value) => ({ loss: 0, accuracy: 0, validationLoss: 0, validationAccuracy: 0, [monitor]: value }));
const stops = (values: readonly (number | null)[], changed: Partial<EarlyStopping> = {}) => {
  const all = { ...settings, ...changed };
  return shouldStop(epochs(all.monitor, values), all);
};

describe('early stopping, as in Keras', () => {
  test.each([
    ['as long as it gets better', [3, 2, 1], {}, false],
    ['one epoch without an improvement is not enough', [1, 2], {}, false],
    ['as many epochs as its patience are', [1, 2, 2], {}, true],
    ['the best counts, not the last', [1, 3, 2], {}, true],
    ['an improvement starts anew', [2, 3, 1, 2], {}, false],
    ['patience 0 stops at the first', [1, 1], { patience: 0 }, true],
    ['but never before', [1], { patience: 0 }, false],
    ['less than minDelta is none', [1, 0.95, 0.92], { minDelta: 0.1 }, true],
    ['accuracy grows', [0.1, 0.2, 0.3], { monitor: 'validationAccuracy' }, false],
    ['accuracy falls', [0.3, 0.2, 0.1], { monitor: 'accuracy' }, true],
    ['what is not measured stops nothing', [null, null, null], {}, false],
    ['switched off', [1, 2, 2], { enabled: false }, false],
  ] satisfies [string, (number | null)[], Partial<EarlyStopping>, boolean][])('%s', (_, values, changed, stopped) =>
    expect(stops(values, changed)).toBe(stopped),
  );
});

test.each([
  ['the first', [1], {}, true],
  ['one that is better', [1, 0.5], {}, true],
  ['one that is as good', [1, 1], {}, false],
  ['one that is better by less than it should', [1, 0.9], { minDelta: 0.2 }, false],
  ['a larger accuracy', [0.1, 0.2], { monitor: 'accuracy' }, true],
  ['one that is not wanted', [1, 0.5], { restoreBestWeights: false }, false],
  ['one without early stopping', [1, 0.5], { enabled: false }, false],
  ['one that is not measured', [null], {}, false],
] as const)('the best epoch: %s', (_, values, changed, expected) => {
  const all: EarlyStopping = { ...settings, ...changed };
  expect(isBest(epochs(all.monitor, values), all)).toBe(expected);
});
