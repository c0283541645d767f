import { expect, test } from 'vitest';
import { integer, number, optionalNumber, pair, triple } from '../../brick/fields';
import { optionalRange, range } from '../../brick/ranges';
import { stepped, textOf, valueFrom } from './fieldText';

test.each([
  ['integer', '64', 64],
  ['integer', 'sixty', undefined],
  ['integer', '', undefined],
  ['number', '0,5', 0.5],
  ['number', '1e-3', 0.001],
  ['number', '.25', 0.25],
  ['number', 'Infinity', undefined],
  ['number', '0x10', undefined],
  ['optionalInteger', '', null],
  ['optionalInteger', '7', 7],
  ['pair', '3', [3, 3]],
  ['pair', '3 x 5', [3, 5]],
  ['pair', '3×', undefined],
  ['triple', '3', [3, 3, 3]],
  ['triple', '1×2×2', [1, 2, 2]],
  ['triple', '1×2', [1, 2]],
  ['range', '0.2', [-0.2, 0.2]],
  ['range', '−0.1 … 0.3', [-0.1, 0.3]],
  ['range', '-0.1, 0.3', [-0.1, 0.3]],
  ['range', '', null],
  ['axes', '-1', [-1]],
  ['axes', '1, 2', [1, 2]],
  ['axes', '', []],
  ['axes', '1,', undefined],
  ['optionalNumber', '', null],
  ['optionalNumber', '6.5', 6.5],
  ['shape', '28×28×1', [28, 28, 1]],
  ['shape', '?, ?, 3', [null, null, 3]],
  [
    'sides',
    '1',
    [
      [1, 1],
      [1, 1],
    ],
  ],
  [
    'sides',
    '1, 2, 3, 4',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['sides', '1, 2, 3', undefined],
] as const)('a %s field reads “%s”', (kind, text, value) => expect(valueFrom(kind, text)).toEqual(value));

test.each([
  ['integer', 64],
  ['pair', [3, 5]],
  ['shape', [28, null, 1]],
  ['triple', [1, 2, 3]],
  ['range', [-0.25, 0.5]],
  ['axes', [1, -1]],
  ['axes', []],
  ['optionalNumber', null],
  [
    'sides',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ['optionalInteger', null],
  ['text', ''],
  ['text', 'c2c37ea517e94d97'],
] as const)('a %s value is read back from its own text', (kind, value) =>
  expect(valueFrom(kind, textOf(kind, value))).toEqual(value),
);

test('the arrow keys step within what is allowed', () => {
  expect(stepped(integer(8), 8, 1)).toBe(9);
  expect(stepped(integer(8), 1, -1)).toBeUndefined();
  expect(stepped(pair(3), [3, 5], 1)).toEqual([4, 6]);
  expect(stepped(triple(2), [2, 2, 3], 1)).toEqual([3, 3, 4]);
  expect(stepped(range([-0.1, 0.1]), [-0.1, 0.1], 1)).toEqual([-0.15, 0.15]);
  expect(stepped(range([0, 0]), [0, 0], -1)).toBeUndefined();
  expect(stepped(optionalRange(), null, 1)).toEqual([-0.05, 0.05]);
  expect(stepped(optionalNumber(), null, -1)).toBeUndefined();
  expect(stepped(optionalNumber({ min: 0 }), null, 1)).toBe(0);
  expect(stepped(number(0.3, { min: 0, max: 1 }), 0.3, -1)).toBe(0.29);
});
