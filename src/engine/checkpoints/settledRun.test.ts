import { expect, test } from 'vitest';
import { initialTraining } from '../../document/training';
import type { Run } from '../protocol/run';
import { settled } from './settledRun';

const run: Run = {
  id: 'a',
  started: '2026-01-01T00:00:00Z',
  training: initialTraining,
  loss: 'meanSquaredError',
  backend: 'cpu',
  epochs: [],
  state: 'finished',
  evaluation: null,
};

test.each<[string, unknown, unknown]>([
  ['none, of an earlier version', undefined, undefined],
  ['whole', [{ after: 0, trained: 5 }], [{ after: 0, trained: 5 }]],
  ['no list', 3, undefined],
  ['a list of something else', [{ after: 'one' }], undefined],
])('the stages of a stored run: %s', (_, stored, wanted) => {
  expect(settled({ ...run, stages: stored } as Run).stages).toEqual(wanted);
});

test.each(['running', 'paused'] as const)('a run that was cut off while %s has stopped', (state) => {
  expect(settled({ ...run, state }).state).toBe('stopped');
});
