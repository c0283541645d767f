import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';

/** Rows that are added up before the next columns are taken. */
const block = 256;

/** Adds to each of `columns` numbers at `out` what `rows` rows of as many numbers have in its place. */
export const columnSums: Written = {
  parameters: 4,
  write(f, from, rows, columns, out) {
    const [start, end, row] = [f.int(), f.int(), f.int()];
    const stride = f.int(columns.shifted(2));
    const at = f.int();
    const sum = f.vector();
    f.while(start.below(rows), () => {
      f.set(end, start.plus(block));
      f.when(rows.below(end), () => f.set(end, rows));
      acrossNumbers(f, columns, (place, { load, store }) => {
        f.set(at, from.plus(start.times(stride)).plus(place));
        f.set(sum, f.zero);
        f.set(row, start);
        f.while(row.below(end), () => {
          f.set(sum, sum.plus(load(at)));
          f.increase(at, stride);
          f.increase(row, 1);
        });
        store(out.plus(place), load(out.plus(place)).plus(sum));
      });
      f.set(start, end);
    });
  },
};
