import { expect, test } from 'vitest';
import { targetOf } from './labels';

/** The class numbers below a count. */
const upTo = (count: number) => Array.from({ length: count }, (_, index) => String(index));

test.each([
  [
    ['-1', '1', '1', '-1'],
    ['-1', '1'],
    [0, 1, 1, 0],
  ],
  [
    ['1', '0', '1'],
    ['0', '1'],
    [1, 0, 1],
  ],
  [
    ['b', 'a', 'b'],
    ['a', 'b'],
    [1, 0, 1],
  ],
])('%j are classes', (labels, classes, indices) => {
  expect(targetOf(labels, 'y')).toEqual({ kind: 'classes', classes, labels: Uint16Array.from(indices) });
});

test.each([[['-1', '0', '1']], [['-2', '2']], [['-1', '1.5']], [['0.5', '1']], [['0', '0']], [upTo(101)]])(
  '%j are numbers',
  (labels) => {
    expect(targetOf(labels, 'y')).toMatchObject({ kind: 'numbers', names: ['y'] });
  },
);

test('a hundred class numbers are still classes', () => {
  expect(targetOf(upTo(100), 'y')).toMatchObject({ kind: 'classes', classes: upTo(100) });
});
