import { expect, test } from 'vitest';
import type { Judged } from '../judged';
import { clearlyBetter } from './clearlyBetter';

type Row = Judged['rows'][number];
const row = (measure: Row['measure'], model: number, interval: Row['interval']): Row => ({
  measure,
  model,
  interval,
  baseline: null,
});
const judged = (...rows: Row[]): Judged => ({ rows, samples: 100, better: true });

test.each([
  ['accuracy above', judged(row('accuracy', 0.9, [0.85, 0.95])), judged(row('accuracy', 0.8, [0.7, 0.9])), true],
  ['accuracy within', judged(row('accuracy', 0.9, [0.78, 0.95])), judged(row('accuracy', 0.8, [0.7, 0.9])), false],
  [
    'balanced accuracy alone',
    judged(row('accuracy', 0.8, [0.7, 0.9]), row('balancedAccuracy', 0.8, [0.75, 0.85])),
    judged(row('accuracy', 0.8, [0.7, 0.9]), row('balancedAccuracy', 0.5, [0.5, 0.5])),
    true,
  ],
  ['errors below', judged(row('rmse', 1, [0.8, 1.2])), judged(row('rmse', 1.5, [1.2, 1.8])), true],
  ['errors within', judged(row('rmse', 1.4, [1.2, 1.6])), judged(row('rmse', 1.5, [1.2, 1.8])), false],
  ['errors without an interval', judged(row('rmse', 1.6, null)), judged(row('rmse', 1.5, null)), false],
] as const)('%s', (_, one, other, expected) => {
  expect(clearlyBetter(one, other)).toBe(expected);
});
