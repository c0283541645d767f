import { expect, test } from 'vitest';
import { targetOf } from './labels';

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

test.each([[['-1', '0', '1']], [['-2', '2']], [['-1', '1.5']], [['0.5', '1']]])('%j are numbers', (labels) => {
  expect(targetOf(labels, 'y')).toMatchObject({ kind: 'numbers', names: ['y'] });
});
