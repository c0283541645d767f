import { expect, test } from 'vitest';
import { combinations, on } from './combinations';
import { thinned } from './thinned';

const many = on(
  'conv2d',
  [[9, 9, 1]],
  combinations({ filters: [1, 2, 3, 4, 5], padding: ['valid', 'same'], useBias: [true, false] }),
);

test.each([5, 8, 20, 50])('at most %d, but every value once', (most) => {
  const kept = thinned(many, most);
  expect(kept.length).toBeLessThanOrEqual(Math.max(most, 8));
  for (const name of ['filters', 'padding', 'useBias']) {
    const values = (settings: typeof many) => new Set(settings.map(({ params }) => params[name]));
    expect(values([...kept])).toEqual(values(many));
  }
  expect(many).toEqual(expect.arrayContaining([...kept]));
});
