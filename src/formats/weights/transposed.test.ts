import { expect, test } from 'vitest';
import { transposed } from './transposed';

test.each([
  [
    [2, 3],
    [1, 0],
    [0, 3, 1, 4, 2, 5],
  ],
  [
    [2, 3],
    [0, 1],
    [0, 1, 2, 3, 4, 5],
  ],
  [
    [1, 2, 3],
    [2, 0, 1],
    [0, 3, 1, 4, 2, 5],
  ],
  [
    [2, 1, 3],
    [1, 2, 0],
    [0, 3, 1, 4, 2, 5],
  ],
])('%j by the axes %j', (shape, axes, expected) =>
  expect([
    ...transposed(
      Float32Array.from({ length: 6 }, (_, at) => at),
      shape,
      axes,
    ),
  ]).toEqual(expected),
);
