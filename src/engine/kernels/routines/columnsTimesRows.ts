import type { IntVariable, Routine, VectorVariable } from '../assembler/routine';
import type { Int } from '../assembler/values';
import type { Written } from '../assembler/moduleOf';
import { panelWidth, panelsInto } from './panels';

/** Columns of the left side that are computed side by side, in registers. */
const tall = 4;
/** Rows that are added up before the next ones are taken: they stay in the nearest cache. */
export const transposedBlock = 128;

/** Floats of memory that `columnsTimesRows` works in. */
export const transposedScratch = (columns: number): number =>
  transposedBlock * (Math.ceil(columns / panelWidth) * panelWidth + tall);

/**
 * Adds the product of a transposed matrix with another to `out`: a gradient of weights. Row m of the left side begins at the address
 * `table[m]` and has `segments` pieces of `length` numbers, `segmentStride` bytes apart; row m of the right side lies at
 * `right + m · columns · 4`. `out` has `columns` numbers in each of its `segments · length` rows. A block of rows at a time
 * is put in order in `scratch`, so that the products go straight through it.
 */
export const columnsTimesRows: Written = {
  parameters: 9,
  write(f, table, rows, segments, segmentStride, length, right, columns, out, scratch) {
    const [blockStart, count, segment, at, to] = [f.int(), f.int(), f.int(), f.int(), f.int()];
    const rowBytes = f.int(columns.shifted(2));
    const panels = f.int(scratch.plus(transposedBlock * tall * 4));
    f.while(blockStart.below(rows), () => {
      f.set(count, transposedBlock);
      f.when(rows.minus(blockStart).below(count), () => f.set(count, rows.minus(blockStart)));
      const panelBytes = f.int(count.times(4 * panelWidth));
      panelsInto(f, right.plus(blockStart.times(rowBytes)), rowBytes, f.fourInt, count, columns, panels, panelBytes);
      f.set(segment, 0);
      f.set(to, out);
      f.while(segment.below(segments), () => {
        f.set(at, 0);
        f.while(at.below(length), () => {
          const left = f.int(length.minus(at));
          const offset = segment.times(segmentStride).plus(at.shifted(2));
          tileInto(f, table.plus(blockStart.shifted(2)), count, offset, left, scratch);
          tileTimesPanels(f, { tile: scratch, panels, panelBytes, columns, left, to });
          f.increase(at, tall);
          f.increase(to, columns.times(4 * tall));
        });
        // The last tile may have gone beyond the segment.
        f.increase(to, length.minus(at).times(rowBytes));
        f.increase(segment, 1);
      });
      f.increase(blockStart, transposedBlock);
    });
  },
};

/** Four numbers of every row, `offset` bytes behind its beginning, one row after another; zeros where only `left` are there. */
function tileInto(f: Routine, table: Int, count: Int, offset: Int, left: Int, tile: Int): void {
  const [entry, end, to] = [f.int(table), f.int(), f.int(tile)];
  const skipped = f.int(offset);
  f.set(end, entry.plus(count.shifted(2)));
  const each = (copy: (from: IntVariable) => void) =>
    f.while(entry.before(end), () => {
      const from = f.int(entry.intAt().plus(skipped));
      copy(from);
      f.increase(entry, 4);
      f.increase(to, 4 * tall);
    });
  f.when(
    left.atLeast(tall),
    () => each((from) => f.store(to, from.vectorAt())),
    () =>
      each((from) => {
        f.store(to, f.zero);
        for (let lane = 0; lane < tall - 1; lane++)
          f.when(left.atLeast(lane + 1), () => f.store(to, from.floatAt(4 * lane), 4 * lane));
      }),
  );
}

interface Places {
  readonly tile: Int;
  readonly panels: Int;
  readonly panelBytes: Int;
  readonly columns: Int;
  readonly left: Int;
  readonly to: Int;
}

/** Four rows of the result, or the `left` ones, grow by what this block adds. */
function tileTimesPanels(f: Routine, { tile, panels, panelBytes, columns, left, to }: Places): void {
  const [column, panel, next, factor] = [f.int(), f.int(panels), f.int(), f.int()];
  f.set(column, 0);
  const sums = Array.from({ length: tall }, () => [f.vector(), f.vector()] as const);
  const [low, high] = [f.vector(), f.vector()];
  f.while(column.below(columns), () => {
    f.set(next, panel.plus(panelBytes));
    f.set(factor, tile);
    for (const pair of sums) for (const sum of pair) f.set(sum, f.zero);
    f.while(panel.before(next), () => {
      f.set(low, panel.vectorAt());
      f.set(high, panel.vectorAt(16));
      sums.forEach(([one, other], index) => {
        const value = f.vector(factor.splatAt(4 * index));
        f.addProduct(one, value, low);
        f.addProduct(other, value, high);
      });
      f.increase(factor, 4 * tall);
      f.increase(panel, 4 * panelWidth);
    });
    sums.forEach((pair, index) =>
      f.when(left.atLeast(index + 1), () =>
        addTo(f, pair, to.plus(columns.times(4 * index)).plus(column.shifted(2)), columns, column),
      ),
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
