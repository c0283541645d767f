import { expect, test } from 'vitest';
import { barsOf } from './barsOf';

const shares = (values: readonly number[]) => barsOf(values).map(({ from, length }) => [from, length]);

test.each([
  [
    'shares of one',
    [0.2, 0.8],
    [
      [0, 0.25],
      [0, 1],
    ],
  ],
  [
    'less than nothing goes to the left',
    [-1, 3],
    [
      [0, 0.25],
      [0.25, 0.75],
    ],
  ],
  [
    'all negative',
    [-2, -1],
    [
      [0, 1],
      [0.5, 0.5],
    ],
  ],
  [
    'nothing',
    [0, 0],
    [
      [0, 0],
      [0, 0],
    ],
  ],
  [
    'no numbers',
    [NaN, 1, Infinity],
    [
      [0, 0],
      [0, 1],
      [0, 0],
    ],
  ],
])('%s', (_, values, expected) => {
  expect(shares(values)).toEqual(expected);
});
