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
  });
});

test('the running epoch adds live points behind the last whole epoch to the training line', () => {
  const { x, lines } = chartData([run('a', [0.5], 'running')], 'loss', [{ ...progress, epoch: 1 }, progress]);
  expect(x).toEqual([1, 1.5]);
  expect(lines[0]?.values).toEqual([0.5, 0.3]);
  expect(lines[1]?.values).toEqual([1, null]);
});

test('a finished run has no live point, and lines without values are left out', () => {
  const { x, lines } = chartData([run('a', [0.5])], 'accuracy', [progress]);
  expect(x).toEqual([1]);
  expect(lines.map(({ part }) => part)).toEqual(['train']);
});

test('values that are not numbers are gaps', () => {
  expect(chartData([run('a', [Number.NaN, 0.4])], 'loss', []).lines[0]?.values).toEqual([null, 0.4]);
});
