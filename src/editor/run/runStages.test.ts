import { expect, test } from 'vitest';
import { initialTraining } from '../../document/training';
import type { Run, RunStage } from '../../engine/protocol/run';
import { goesOn, isFineTuning, laterStages } from './runStages';

const epoch = {
  loss: 1,
  accuracy: null,
  validationLoss: null,
  validationAccuracy: null,
  metrics: {},
  validationMetrics: {},
};
const run = (epochs: number, stages: readonly RunStage[] | undefined): Run => ({
  id: 'a',
  started: '2026-01-01T00:00:00Z',
  training: initialTraining,
  loss: 'meanSquaredError',
  backend: 'cpu',
  epochs: Array.from({ length: epochs }, (_, index) => ({ ...epoch, epoch: index + 1, seconds: 1 })),
  state: 'finished',
  evaluation: null,
  ...(stages ? { stages } : {}),
});
const stage = (after: number, trained: number): RunStage => ({ after, trained });

test.each<[string, Run | null, number, boolean]>([
  ['no run', null, 10, false],
  ['a run of an earlier version', run(2, undefined), 10, false],
  ['no epoch yet', run(0, [stage(0, 5)]), 10, false],
  ['as much is trained as before', run(2, [stage(0, 10)]), 10, false],
  ['less is trained', run(2, [stage(0, 20)]), 10, false],
  ['more is trained', run(2, [stage(0, 5)]), 10, true],
  ['more was trained already', run(4, [stage(0, 5), stage(2, 10)]), 10, true],
])('training is meant to go on: %s', (_, of, trainable, wanted) => expect(goesOn(of, trainable)).toBe(wanted));

test('a later stage that trains more is fine-tuning, one that trains as much goes on', () => {
  const tuned = run(6, [stage(0, 5), stage(2, 5), stage(4, 10)]);
  expect(laterStages(tuned).map((each) => [each.after, isFineTuning(tuned, each)])).toEqual([
    [2, false],
    [4, true],
  ]);
  expect(laterStages(run(2, undefined))).toEqual([]);
});
