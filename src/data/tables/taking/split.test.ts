import { describe, expect, it, test } from 'vitest';
import { type TableSplit, dividedRows, fittingSplit } from './split';

const split = (changes: Partial<TableSplit>): TableSplit => ({
  by: 'random',
  column: null,
  validation: 0.15,
  test: 0.15,
  ...changes,
});
const nothing = { classes: null, divider: null };

function parts(count: number, how: TableSplit, columns: Parameters<typeof dividedRows>[2] = nothing) {
  const { order, validation, test: held } = dividedRows(count, how, columns);
  const end = count - held;
  const [training, checking, tested] = [
    [...order.subarray(0, end - validation)],
    [...order.subarray(end - validation, end)],
    [...order.subarray(end)],
  ];
  // Every row is in one part.
  expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, row) => row));
  return { training, validation: checking, test: tested };
}
const sizes = ({ training, validation, test }: ReturnType<typeof parts>) => [
  training.length,
  validation.length,
  test.length,
];

test.each([
  [100, split({}), [70, 15, 15]],
  [100, split({ test: 0 }), [85, 15, 0]],
  [10, split({ validation: 0.02, test: 0 }), [9, 1, 0]],
  [240, split({ validation: 0.2, test: 0.1 }), [168, 48, 24]],
])('%i rows by chance, %j', (count, how, expected) => {
  expect(sizes(parts(count, how))).toEqual(expected);
  expect(parts(count, how)).toEqual(parts(count, how));
});

describe('by classes', () => {
  const shares = (classes: readonly number[], rows: readonly number[]) =>
    [...new Set(classes)].map((label) => rows.filter((row) => classes[row] === label).length);

  it('keeps their shares, as nearly as whole rows can', () => {
    const classes = Array.from({ length: 200 }, (_, row) => (row % 10 === 0 ? 1 : row % 10 < 4 ? 2 : 0));
    const { training, validation, test: held } = parts(200, split({ by: 'stratified' }), { ...nothing, classes });
    expect([training, validation, held].map((rows) => shares(classes, rows))).toEqual([
      [14, 42, 84],
      [3, 9, 18],
      [3, 9, 18],
    ]);
  });

  it('leaves a class that comes once to the training', () => {
    const classes = Array.from({ length: 21 }, (_, row) => (row === 5 ? 1 : 0));
    expect(parts(21, split({ by: 'stratified' }), { ...nothing, classes }).training).toContain(5);
  });
});

describe('by groups', () => {
  const groupsOf = (divider: readonly number[], rows: readonly number[]) => new Set(rows.map((row) => divider[row]!));

  it.each([
    ['of four', 200, (row: number) => Math.floor(row / 4)],
    ['of different sizes', 300, (row: number) => Math.floor(Math.sqrt(row))],
    ['three large ones', 90, (row: number) => row % 3],
  ])('keeps rows of the same one together: %s', (_, count, group) => {
    const divider = Array.from({ length: count }, (_, row) => group(row));
    const found = parts(count, split({ by: 'group', column: 0 }), { ...nothing, divider });
    const all = [found.training, found.validation, found.test].map((rows) => groupsOf(divider, rows));
    const sum = all.reduce((total, { size }) => total + size, 0);
    expect(sum).toBe(new Set(divider).size);
    for (const { size } of all) expect(size).toBeGreaterThan(0);
  });

  it('comes near to the shares where groups are small', () => {
    const divider = Array.from({ length: 400 }, (_, row) => Math.floor(row / 4));
    expect(sizes(parts(400, split({ by: 'group', column: 0 }), { ...nothing, divider }))).toEqual([280, 60, 60]);
  });

  it('takes rows without one for groups of their own', () => {
    const divider = Array.from({ length: 40 }, () => Number.NaN);
    expect(sizes(parts(40, split({ by: 'group', column: 0 }), { ...nothing, divider }))).toEqual([28, 6, 6]);
  });

  it.each([
    [1, 0, 2],
    [2, 0.15, 3],
  ])('says that %i are too few', (groups, held, needed) => {
    const divider = Array.from({ length: 40 }, (_, row) => row % groups);
    expect(() => dividedRows(40, split({ by: 'group', column: 0, test: held }), { ...nothing, divider })).toThrow(
      expect.objectContaining({ trouble: { code: 'tooFewGroups', groups, needed } }),
    );
  });
});

test('by time the earliest rows are trained on, the latest are the test; without one they come first', () => {
  const divider = Array.from({ length: 20 }, (_, row) => (row === 3 ? Number.NaN : (row * 7) % 20));
  const { training, validation, test: held } = parts(20, split({ by: 'time', column: 0 }), { ...nothing, divider });
  const times = (rows: readonly number[]) => rows.map((row) => divider[row]!);
  expect(training[0]).toBe(3);
  expect(times(training.slice(1))).toEqual(times(training.slice(1)).toSorted((a, b) => a - b));
  expect([times(validation), times(held)]).toEqual([
    [14, 15, 16],
    [17, 18, 19],
  ]);
});

test.each([
  ['stratified', null, 1, 'numbers', 'random'],
  ['stratified', null, 1, 'classes', 'stratified'],
  ['random', null, 1, 'classes', 'random'],
  ['group', 2, 1, 'numbers', 'group'],
  ['group', 2, 2, 'classes', 'stratified'],
  ['time', 2, 2, 'numbers', 'random'],
] as const)('%s by column %s, with column %i as the target of %s: %s', (by, column, target, answer, expected) => {
  const fitting = fittingSplit(split({ by, column }), target, answer);
  expect([fitting.by, fitting.column]).toEqual([expected, expected === by ? column : null]);
});
