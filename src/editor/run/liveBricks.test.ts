import { afterEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { done, refused } from '../../document/result';
import type { Glimpse } from '../../engine/protocol/prediction';
import { type LiveBrick, byLayer, watchBricks } from './liveBricks';

const look = () => ({ sample: null, layers: ['a'] });
const histogram = { layer: 'a', least: 0, most: 1, counts: [1] };
const glimpse = (milliseconds: number): Glimpse => ({ activations: [], histograms: [histogram], milliseconds });

afterEach(() => vi.useRealTimers());

function watched(answers: readonly (Glimpse | null)[]) {
  vi.useFakeTimers();
  const store = createStore<{ live: ReadonlyMap<string, LiveBrick> | null }>(() => ({ live: null }));
  const asked: number[] = [];
  const start = Date.now();
  const end = watchBricks(
    {
      store,
      glimpse: async () => {
        const answer = answers[asked.length] ?? null;
        asked.push(Date.now() - start);
        return answer === null ? refused({ code: 'cancelled', data: {} }) : done(answer);
      },
    },
    look,
    400,
  );
  return { store, asked, end };
}

test('a look takes at most 3 % of the time, and comes no sooner than after the pause', async () => {
  const { asked, end } = watched([glimpse(1), glimpse(100), glimpse(10), glimpse(1)]);
  await vi.advanceTimersByTimeAsync(4800);
  expect(asked).toEqual([400, 800, 4000, 4400, 4800]);
  end();
});

test('what was seen is there until the end, and nobody asks after it; after a refusal it is asked again later', async () => {
  const { store, asked, end } = watched([glimpse(1), null, glimpse(1)]);
  await vi.advanceTimersByTimeAsync(500);
  expect(store.getState().live?.get('a')).toEqual({ activation: null, histogram });
  await vi.advanceTimersByTimeAsync(5300);
  expect(asked).toEqual([400, 800, 5800]);
  end();
  expect(store.getState().live).toBeNull();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(asked).toHaveLength(3);
});

test('maps and histogram of a layer belong together', () => {
  const activation = { layer: 'a', shape: [1], values: new Float32Array(1) };
  expect(byLayer({ activations: [activation], histograms: [histogram] })).toEqual(
    new Map([['a', { activation, histogram }]]),
  );
});
