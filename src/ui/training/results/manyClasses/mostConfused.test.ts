import { expect, test } from 'vitest';
import { mostConfused } from './mostConfused';

test('the most frequent mistakes come first, right answers are none', () => {
  const matrix = [
    [8, 2, 0],
    [1, 5, 3],
    [0, 0, 4],
  ];
  expect(mostConfused(matrix, 2)).toEqual([
    { actual: 1, predicted: 2, count: 3, share: 3 / 9 },
    { actual: 0, predicted: 1, count: 2, share: 0.2 },
  ]);
  expect(mostConfused(matrix)).toHaveLength(3);
});
