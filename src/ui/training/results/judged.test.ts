import { expect, test } from 'vitest';
import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { judgedOf } from './judged';

const classes = (matrix: readonly (readonly number[])[], majority = 0): OutputEvaluation => ({
  output: 'predictions',
  loss: 0.5,
  accuracy: null,
  matrix,
  perClass: [],
  points: [],
  majority,
});

const numbers = (errors: Partial<OutputEvaluation['errors'] & object>, points: OutputEvaluation['points'] = []) => ({
  ...classes([]),
  majority: undefined as never,
  points,
  errors: {
    count: 4,
    units: 1,
    absolute: 2,
    squared: 2,
    baseline: { absolute: 8, squared: 20 },
    spread: 18,
    ...errors,
  },
});

// prettier-ignore
test.each([
  ['well told apart', classes([[45, 5], [4, 46]]), true],
  ['always the class that comes most often', classes([[90, 0], [10, 0]]), false],
  ['guessed', classes([[26, 24], [25, 25]]), false],
  ['a rare class that is found, at the cost of accuracy', classes([[70, 20], [1, 9]]), true],
  ['numbers that are hit', numbers({}), true],
  ['numbers no nearer than their mean', numbers({ squared: 21 }), false],
] as const)('%s: better than always the same: %s', (_, evaluation, better) => {
  expect(judgedOf(evaluation)?.better).toBe(better);
});

test('each measure has its interval around it, and what always the same answer gets', () => {
  const judged = judgedOf(classes([[45, 5], [4, 46]]))!; // prettier-ignore
  expect(judged.samples).toBe(100);
  for (const { model, interval } of judged.rows) expect(interval![0] < model! && model! < interval![1]).toBe(true);
  expect(judged.rows.map(({ baseline }) => Number(baseline!.toFixed(3)))).toEqual([0.5, 0.5, 0.25, 0.5, 0.333]);
});

test('numbers of several units have no interval, as points tell one of them', () => {
  expect(judgedOf(numbers({ units: 2 }))!.rows.map(({ interval }) => interval)).toEqual([null, null, null, null]);
});

test('runs of older versions are not judged', () => {
  const { majority: _, ...older } = classes([[45, 5], [4, 46]]); // prettier-ignore
  expect(judgedOf(older)).toBeNull();
});
