import { shuffledIndices } from '../../random';
import { TableError } from '../tableTrouble';

/** How the rows of a table are divided into training, validation and test. */
export const splitKinds = ['random', 'stratified', 'group', 'time'] as const;

/**
 * `random`: each row by chance; `stratified`: each class by its share; `group`: all rows with the same value of a column stay
 * together; `time`: the earliest rows are trained on, the latest are the test.
 */
export interface TableSplit {
  readonly by: (typeof splitKinds)[number];
  /** The column of groups, or of times; null for the others. */
  readonly column: number | null;
  /** Shares of the rows, 0 … 1. */
  readonly validation: number;
  readonly test: number;
}

/** Before tables had a split of their own. */
export const olderSplit: TableSplit = { by: 'random', column: null, validation: 0.15, test: 0 };

/** Of fewer rows nothing is set aside: the training would miss it more. */
const fewestForTest = 200;

/** What is proposed: classes keep their shares, and of enough rows a test part is set aside. */
export const proposedSplit = (answer: 'classes' | 'numbers', rows: number): TableSplit => ({
  by: answer === 'classes' ? 'stratified' : 'random',
  column: null,
  validation: 0.15,
  test: rows >= fewestForTest ? 0.15 : 0,
});

/** The same for another target, or for one that is taken as something else: what cannot be is proposed anew. */
export function fittingSplit(split: TableSplit, target: number, answer: 'classes' | 'numbers'): TableSplit {
  if (split.column !== null && split.column !== target) return split;
  const by = answer === 'classes' ? 'stratified' : 'random';
  return split.column === null && split.by === 'random' && answer === 'classes'
    ? split
    : { ...split, by, column: null };
}

/** How many rows are held back, at least one to validate on. */
export const heldRows = (count: number, { validation, test }: TableSplit) => ({
  validation: Math.max(1, Math.round(count * validation)),
  test: Math.round(count * test),
});

/** Rows in order: those to train on, to validate on, and those of the test. */
export interface DividedRows {
  readonly order: Uint32Array<ArrayBuffer>;
  readonly validation: number;
  readonly test: number;
}

/** What stands in the column that divides, and in the target, row by row; NaN where there is nothing. */
interface Columns {
  readonly classes: ArrayLike<number> | null;
  readonly divider: ArrayLike<number> | null;
}

/**
 * Divides so many rows, the same for the same rows. By time, rows without one come first. Throws
 * `TableError('tooFewGroups')`.
 */
export function dividedRows(count: number, split: TableSplit, { classes, divider }: Columns): DividedRows {
  const mixed = shuffledIndices(count, 1);
  const held = heldRows(count, split);
  if (split.by === 'time' && divider !== null) {
    const time = (row: number) => (Number.isNaN(divider[row]!) ? -Infinity : divider[row]!);
    const order = Uint32Array.from({ length: count }, (_, row) => row).sort((one, other) =>
      time(one) === time(other) ? one - other : time(one) < time(other) ? -1 : 1,
    );
    return { order, ...held };
  }
  if (split.by === 'group' && divider !== null) return byGroup(mixed, divider, held);
  if (split.by === 'stratified' && classes !== null) return byClass(mixed, classes, held);
  return { order: mixed, ...held };
}

/** Whole groups, as they come by chance, while a part gets nearer to its size by them. */
function byGroup(mixed: Uint32Array<ArrayBuffer>, divider: ArrayLike<number>, held: Held): DividedRows {
  const groups = new Map<number | string, number[]>();
  for (const row of mixed) {
    const own = divider[row]!;
    // Rows of no group are alone.
    const key = Number.isNaN(own) ? `row ${row}` : own;
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  }
  const needed = held.test > 0 ? 3 : 2;
  if (groups.size < needed) throw new TableError({ code: 'tooFewGroups', groups: groups.size, needed });
  let left = [...groups.values()];
  const taken = (wanted: number, keep: number): number[] => {
    if (wanted === 0) return [];
    const part: number[] = [];
    const others: number[][] = [];
    let leave = left.length - keep;
    for (const rows of left) {
      const nearer = Math.abs(part.length + rows.length - wanted) < Math.abs(part.length - wanted);
      if (nearer && leave > 0) {
        for (const row of rows) part.push(row);
        leave--;
      } else others.push(rows);
    }
    if (part.length === 0) {
      // All groups are larger than twice the part: the smallest is nearest.
      const smallest = others.reduce((best, rows) => (rows.length < best.length ? rows : best));
      for (const row of smallest) part.push(row);
      others.splice(others.indexOf(smallest), 1);
    }
    left = others;
    return part;
  };
  const test = taken(held.test, 2);
  const validation = taken(held.validation, 1);
  const order = Uint32Array.from([...left.flat(), ...validation, ...test]);
  return { order, validation: validation.length, test: test.length };
}

type Held = Pick<DividedRows, 'validation' | 'test'>;

/** Of each class its share, rounded so that the parts have their sizes; one that comes once is trained on. */
function byClass(mixed: Uint32Array<ArrayBuffer>, classes: ArrayLike<number>, held: Held): DividedRows {
  const rows = new Map<number, number[]>();
  for (const row of mixed) {
    const own = rows.get(classes[row]!);
    if (own === undefined) rows.set(classes[row]!, [row]);
    else own.push(row);
  }
  const parts = new Uint8Array(mixed.length);
  const mark = (part: number, wanted: number) => {
    const left = [...rows.values()].map((own) => own.filter((row) => parts[row] === 0));
    quotas(
      left.map(({ length }) => length),
      wanted,
    ).forEach((quota, at) => {
      for (const row of left[at]!.slice(0, quota)) parts[row] = part;
    });
  };
  mark(2, held.test);
  mark(1, held.validation);
  const of = (part: number) => [...mixed].filter((row) => parts[row] === part);
  const [training, validation, test] = [of(0), of(1), of(2)];
  return {
    order: Uint32Array.from([...training, ...validation, ...test]),
    validation: validation.length,
    test: test.length,
  };
}

/** How many of each: by their shares, what is left over to the largest remainders (Hamilton). All but one at most. */
function quotas(counts: readonly number[], wanted: number): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count * wanted) / Math.max(1, total));
  const given = exact.map(Math.floor);
  let over = wanted - given.reduce((sum, own) => sum + own, 0);
  const first = exact
    .map((own, at) => ({ at, remainder: own - Math.floor(own) }))
    .toSorted((one, other) => other.remainder - one.remainder);
  for (const { at } of first) {
    if (over === 0) break;
    if (given[at]! + 1 >= counts[at]!) continue;
    given[at]! += 1;
    over--;
  }
  return given;
}
