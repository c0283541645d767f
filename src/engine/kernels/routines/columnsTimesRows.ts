import type { Routine, VectorVariable } from '../assembler/routine';
import type { Int } from '../assembler/values';
import type { Written } from '../assembler/moduleOf';
import { panelWidth } from './panels';

/** Columns of the left side that are computed side by side, in registers. */
const tall = 4;
/** Rows that are added up before the next columns are taken: they stay in a near cache. */
const block = 128;

/**
 * Adds the product of a transposed matrix with another to `out`: a gradient of weights. Row m of the left side begins at the address
 * `table[m]` and has `segments` pieces of `length` numbers, `segmentStride` bytes apart; row m of the right side lies at
 * `right + m · rightStride`, whole panels of eight numbers that end in any numbers. `out` has `columns` numbers in each of its
 * `segments · length` rows, one after another.
 */
export const columnsTimesRows: Written = {
  parameters: 9,
  write(f, table, rows, segments, segmentStride, length, right, rightStride, columns, out) {
    const blockStart = f.int();
    const blockEnd = f.int();
    const segment = f.int();
    const at = f.int();
    const offset = f.int();
    const to = f.int();
    f.while(blockStart.below(rows), () => {
      f.set(blockEnd, blockStart.plus(block));
      f.when(rows.below(blockEnd), () => f.set(blockEnd, rows));
      f.set(segment, 0);
      f.set(to, out);
      f.while(segment.below(segments), () => {
        f.set(at, 0);
        f.while(at.below(length), () => {
          f.set(offset, segment.times(segmentStride).plus(at.shifted(2)));
          const band = (height: number) => {
            sumsOfBand(f, height, { table, blockStart, blockEnd, offset, right, rightStride, columns, to });
            f.increase(at, height);
            f.increase(to, columns.times(4 * height));
          };
          f.when(
            length.minus(at).atLeast(tall),
            () => band(tall),
            () => band(1),
          );
        });
        f.increase(segment, 1);
      });
      f.set(blockStart, blockEnd);
    });
  },
};

interface Band {
  readonly table: Int;
  readonly blockStart: Int;
  readonly blockEnd: Int;
  readonly offset: Int;
  readonly right: Int;
  readonly rightStride: Int;
  readonly columns: Int;
  readonly to: Int;
}

/** So many rows of the result, all their columns, grow by what this block of rows adds. */
function sumsOfBand(f: Routine, height: number, band: Band): void {
  const { table, blockStart, blockEnd, offset, right, rightStride, columns, to } = band;
  const column = f.int();
  f.set(column, 0);
  const [entry, end] = [f.int(), f.int(table.plus(blockEnd.shifted(2)))];
  const [from, left] = [f.int(), f.int()];
  const sums = Array.from({ length: height }, () => [f.vector(), f.vector()] as const);
  const [low, high] = [f.vector(), f.vector()];
  f.while(column.below(columns), () => {
    f.set(entry, table.plus(blockStart.shifted(2)));
    f.set(from, right.plus(blockStart.times(rightStride)).plus(column.shifted(2)));
    for (const pair of sums) for (const sum of pair) f.set(sum, f.zero);
    f.while(entry.before(end), () => {
      f.set(left, entry.intAt().plus(offset));
      f.set(low, from.vectorAt());
      f.set(high, from.vectorAt(16));
      sums.forEach(([one, other], index) => {
        const value = f.vector(left.splatAt(4 * index));
        f.addProduct(one, value, low);
        f.addProduct(other, value, high);
      });
      f.increase(entry, 4);
      f.increase(from, rightStride);
    });
    sums.forEach((pair, index) =>
      addTo(f, pair, to.plus(columns.times(4 * index)).plus(column.shifted(2)), columns, column),
    );
    f.increase(column, panelWidth);
  });
}

/** Eight sums, or as many as there are columns left, are added to what lies at the address. */
function addTo(f: Routine, pair: readonly VectorVariable[], address: Int, columns: Int, column: Int): void {
  const to = f.int(address);
  f.when(
    columns.minus(column).atLeast(panelWidth),
    () => pair.forEach((sum, half) => f.store(to, to.vectorAt(16 * half).plus(sum), 16 * half)),
    () => {
      for (let lane = 0; lane < panelWidth; lane++) {
        const sum = to.floatAt(4 * lane).plus(pair[lane >> 2]!.lane(lane & 3));
        f.when(column.plus(lane).below(columns), () => f.store(to, sum, 4 * lane));
      }
    },
  );
}
