import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { initialTraining } from '../../document/training';
import type { RunHappening } from '../protocol/events';
import type { Run } from '../protocol/run';
import { EpochNews } from './epochNews';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

const numbers = { accuracy: null, validationLoss: null, validationAccuracy: null, metrics: {}, validationMetrics: {} };
const all = Array.from({ length: 2000 }, (_, index) => ({ ...numbers, epoch: index + 1, loss: 1, seconds: 0 }));
const run = (epochs: number): Run => ({
  id: 'r',
  started: '2026-01-01T00:00:00Z',
  training: initialTraining,
  loss: 'meanSquaredError',
  backend: 'wasm',
  state: 'running',
  evaluation: null,
  epochs: all.slice(0, epochs),
});

/** A run whose epochs are told as they come; `at` is when, in milliseconds. */
function listening() {
  const heard: { readonly at: number; readonly epochs: readonly number[] | null }[] = [];
  const begun = performance.now();
  const news = new EpochNews((event: RunHappening) => {
    const epochs = event.type === 'epochs' ? event.epochs.map(({ epoch }) => epoch) : null;
    heard.push({ at: performance.now() - begun, epochs });
  });
  return { news, heard, epochs: () => heard.flatMap(({ epochs }) => epochs ?? []) };
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test.each([1, 3, 7, 40, 99, 100, 101, 250, 3000])(
  'epochs of %d ms: at most ten pieces of news a second, every epoch once and in order',
  (length) => {
    const { news, heard, epochs } = listening();
    news.whole(run(0));
    const count = Math.max(5, Math.ceil(2000 / length));
    for (let epoch = 1; epoch <= count; epoch++) {
      vi.advanceTimersByTime(length);
      news.more(run(epoch));
    }
    news.say({ type: 'state', state: 'finished' });
    expect(epochs()).toEqual(upTo(count));
    expect(heard.length).toBeLessThanOrEqual((count * length) / 100 + 4);
  },
);

test.each([100, 101, 250, 3000])('epochs of %d ms wait for nothing', (length) => {
  const { news, heard } = listening();
  for (let epoch = 1; epoch <= 5; epoch++) {
    vi.advanceTimersByTime(length);
    news.more(run(epoch));
  }
  expect(heard).toEqual([1, 2, 3, 4, 5].map((epoch) => ({ at: epoch * length, epochs: [epoch] })));
});

test('an epoch that waits is told without another one', () => {
  const { news, heard } = listening();
  news.whole(run(0));
  news.more(run(1));
  vi.advanceTimersByTime(10);
  news.more(run(2));
  news.more(run(3));
  expect(heard.at(-1)).toEqual({ at: 0, epochs: [1] });
  vi.advanceTimersByTime(1000);
  expect(heard.at(-1)).toEqual({ at: 100, epochs: [2, 3] });
  news.say({ type: 'evaluating' });
  expect(heard).toHaveLength(4);
});

test('a run that goes on after a lost device is told whole: what waited is in it, and nothing comes twice', () => {
  const { news, heard } = listening();
  news.whole(run(0));
  news.more(run(1));
  news.more(run(2));
  news.whole(run(2));
  vi.advanceTimersByTime(1000);
  news.more(run(3));
  expect(heard.map(({ epochs }) => epochs)).toEqual([null, [1], null, [3]]);
});
