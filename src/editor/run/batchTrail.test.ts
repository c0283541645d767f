import { expect, test } from 'vitest';
import type { BatchProgress } from '../../engine/protocol/curves';
import { trailAfter } from './batchTrail';

const at = (epoch: number, batch: number): BatchProgress => ({
  epoch,
  epochs: 9,
  batch,
  batches: 1000,
  loss: 1,
  accuracy: null,
  metrics: {},
  imagesPerSecond: 1,
  secondsLeft: 1,
});
const after = (...places: readonly (readonly [number, number])[]) =>
  places.reduce<readonly BatchProgress[]>((trail, [epoch, batch]) => trailAfter(trail, at(epoch, batch)), []);
const batches = (trail: readonly BatchProgress[]) => trail.map(({ epoch, batch }) => `${epoch}/${batch}`);

test.each([
  [
    'grows with an epoch',
    [
      [1, 1],
      [1, 3],
    ],
    ['1/1', '1/3'],
  ],
  [
    'goes on with every epoch',
    [
      [1, 1],
      [1, 3],
      [2, 1],
    ],
    ['1/1', '1/3', '2/1'],
  ],
  [
    'begins again where an epoch does',
    [
      [2, 1],
      [2, 9],
      [2, 1],
      [2, 2],
    ],
    ['2/1', '2/2'],
  ],
  [
    'begins again at the same batch',
    [
      [2, 1],
      [2, 1],
    ],
    ['2/1'],
  ],
] as const)('the trail %s', (_, places, wanted) => {
  expect(batches(after(...places))).toEqual(wanted);
});

test('a long run is thinned and keeps its last report', () => {
  const trail = after(
    ...Array.from({ length: 5000 }, (_, index) => [1 + Math.floor(index / 100), (index % 100) + 1] as const),
  );
  expect(trail.length).toBeGreaterThan(200);
  expect(trail.length).toBeLessThanOrEqual(400);
  expect(batches(trail).at(-1)).toBe('50/100');
});
