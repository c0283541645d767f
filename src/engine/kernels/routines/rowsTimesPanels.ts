import type { Written } from '../assembler/moduleOf';
import type { Vector } from '../assembler/values';
import { panelWidth } from './panels';

/** Rows that are computed side by side, in registers. */
const tall = 4;
/** Rows that meet one panel before the next one is taken: both stay in the nearest cache. */
const block = 64;

/**
 * Matrix product. Row m of the left side begins at the address `table[m]` and has `segments` pieces of `length` numbers,
 * `segmentStride` bytes apart; the right side comes as `writePanels` writes it. Row m of the result, `columns` numbers at
 * `out + m · outStride`, also has what lies at `first + m · firstStride` added: a bias where that stride is 0. It is held between
 * two floats, given by their bits.
 */
export const rowsTimesPanels: Written = {
  parameters: 14,
  write(
    f,
    table,
    rows,
    segments,
    segmentStride,
    length,
    panels,
    columns,
    first,
    firstStride,
    out,
    outStride,
    depth,
    lowest,
    highest,
  ) {
    const [least, most] = [f.vector(lowest.asFloat().splat()), f.vector(highest.asFloat().splat())];
    const held = (sum: Vector) => sum.max(least).min(most);
    const blockStart = f.int();
    const blockEnd = f.int();
    const column = f.int();
    const panel = f.int();
    const row = f.int();
    const at = Array.from({ length: tall }, () => f.int());
    const left = Array.from({ length: tall }, () => f.int());
    const right = f.int();
    const segment = f.int();
    const end = f.int();
    const jump = f.int(segmentStride.minus(length.shifted(2)));
    const last = f.int(rows.minus(1));
    const panelBytes = f.int(depth.times(4 * panelWidth));
    const sums = Array.from({ length: tall }, () => [f.vector(), f.vector()] as const);
    const [low, high] = [f.vector(), f.vector()];

    // Not unrolled: the registers would not do, and the browser's compiler would go through memory.
    const products = () => {
      f.set(low, right.vectorAt());
      f.set(high, right.vectorAt(16));
      sums.forEach(([one, other], index) => {
        const value = f.vector(left[index]!.splatAt());
        f.addProduct(one, value, low);
        f.addProduct(other, value, high);
      });
      f.increase(right, 4 * panelWidth);
      for (const address of left) f.increase(address, 4);
    };

    f.while(blockStart.below(rows), () => {
      f.set(blockEnd, blockStart.plus(block));
      f.when(rows.below(blockEnd), () => f.set(blockEnd, rows));
      f.set(panel, panels);
      f.set(column, 0);
      f.while(column.below(columns), () => {
        f.set(row, blockStart);
        f.while(row.below(blockEnd), () => {
          at.forEach((index, ahead) => {
            f.set(index, row.plus(ahead));
            f.when(last.below(index), () => f.set(index, last));
            f.set(left[ahead]!, table.plus(index.shifted(2)).intAt());
          });
          for (const pair of sums) for (const sum of pair) f.set(sum, f.zero);
          f.set(right, panel);
          f.set(segment, segments);
          f.while(segment, () => {
            f.set(end, left[0]!.plus(length.shifted(2)));
            f.while(left[0]!.before(end), products);
            for (const address of left) f.increase(address, jump);
            f.increase(segment, -1);
          });
          at.forEach((index, ahead) => {
            const to = f.int(out.plus(index.times(outStride)).plus(column.shifted(2)));
            const plus = f.int(first.plus(index.times(firstStride)).plus(column.shifted(2)));
            const pair = sums[ahead]!;
            f.when(
              columns.minus(column).atLeast(panelWidth),
              () => pair.forEach((sum, half) => f.store(to, held(sum.plus(plus.vectorAt(16 * half))), 16 * half)),
              () => {
                for (let lane = 0; lane < panelWidth; lane++) {
                  const sum = pair[lane >> 2]!.plus(plus.splatAt(4 * lane));
                  const there = column.plus(lane).below(columns);
                  f.when(there, () => f.store(to, held(sum).lane(lane & 3), 4 * lane));
                }
              },
            );
          });
          f.increase(row, tall);
        });
        f.increase(panel, panelBytes);
        f.increase(column, panelWidth);
      });
      f.set(blockStart, blockEnd);
    });
  },
};
