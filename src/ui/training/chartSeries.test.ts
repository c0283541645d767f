import { expect, test } from 'vitest';
import { initialTraining } from '../../document/training';
import type { Run } from '../../engine/protocol/run';
import type { BatchProgress } from '../../engine/protocol/curves';
import { chartData } from './chartSeries';

const run = (id: string, losses: readonly number[], state: Run['state'] = 'finished'): Run => ({
  id,
  started: '2026-01-01T00:00:00Z',
  training: initialTraining,
  loss: 'sparseCategoricalCrossentropy',
  backend: 'wasm',
  state,
  evaluation: null,
  epochs: losses.map((loss, index) => ({
    epoch: index + 1,
    loss,
    accuracy: 1 - loss,
    validationLoss: loss * 2,
    validationAccuracy: null,
    metrics: { accuracy: 1 - loss },
    validationMetrics: {},
    seconds: 1,
  })),
});
const progress: BatchProgress = {
  epoch: 2,
  epochs: 5,
  batch: 5,
  batches: 10,
  loss: 0.3,
  accuracy: 0.7,
  metrics: { accuracy: 0.7 },
  imagesPerSecond: 100,
  secondsLeft: 1,
};

test('runs of different length share their x positions', () => {
  expect(chartData([run('a', [0.5, 0.4]), run('b', [0.6])], 'loss', [])).toEqual({
    x: [1, 2],
    lines: [
      { run: 'a', part: 'train', values: [0.5, 0.4] },
      { run: 'a', part: 'validation', values: [1, 0.8] },
      { run: 'b', part: 'train', values: [0.6, null] },
      { run: 'b', part: 'validation', values: [1.2, null] },
    ],
    marks: [],
  });
});

test('what is reported within epochs is a line of its own, which stays after the end', () => {
  for (const state of ['running', 'stopped', 'finished'] as const) {
    const { x, lines } = chartData([run('a', [0.5], state)], 'loss', [{ ...progress, epoch: 1 }, progress]);
    expect(x).toEqual([0.5, 1, 1.5]);
    expect(lines).toEqual([
      { run: 'a', part: 'batches', values: [0.3, null, 0.3] },
      { run: 'a', part: 'train', values: [null, 0.5, null] },
      { run: 'a', part: 'validation', values: [null, 1, null] },
    ]);
  }
});

test('a run that was stopped in its first epoch has its reports', () => {
  const { x, lines } = chartData([run('a', [], 'stopped')], 'loss', [{ ...progress, epoch: 1 }]);
  expect([x, lines.map(({ part }) => part)]).toEqual([[0.5], ['batches']]);
});

test('lines without values are left out', () => {
  expect(chartData([run('a', [0.5])], 'accuracy', []).lines.map(({ part }) => part)).toEqual(['train']);
});

test('where training was taken up again is marked, and whether more was trained from there on', () => {
  const stages = [
    { after: 0, trained: 5 },
    { after: 1, trained: 5 },
    { after: 2, trained: 9 },
  ];
  expect(chartData([{ ...run('a', [3, 2, 1]), stages }, run('b', [1])], 'loss', []).marks).toEqual([
    { at: 1, fineTuning: false },
    { at: 2, fineTuning: true },
  ]);
});

test('values that are not numbers are gaps', () => {
  expect(chartData([run('a', [Number.NaN, 0.4])], 'loss', []).lines[0]?.values).toEqual([null, 0.4]);
});
