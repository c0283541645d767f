import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';
import { eachSample } from '../assembler/samples';

/** Rows that are added up before the next columns are taken. */
const block = 256;

/**
 * Adds to each of `columns` numbers at `out` what `(x − mean) · other` comes to over the rows of `x`; `other` lies as `x` does, and is
 * `x − mean` itself where its address is 0.
 */
export const deviationSums: Written = {
  parameters: 6,
  write(f, x, other, rows, columns, mean, out) {
    const [start, end, row] = [f.int(), f.int(), f.int()];
    const stride = f.int(columns.shifted(2));
    const [at, beside] = [f.int(), f.int()];
    const [sum, middle, value] = [f.vector(), f.vector(), f.vector()];
    f.while(start.below(rows), () => {
      f.set(end, start.plus(block));
      f.when(rows.below(end), () => f.set(end, rows));
      acrossNumbers(f, columns, (place, { load, store }) => {
        const skipped = start.times(stride).plus(place);
        f.set(at, x.plus(skipped));
        f.set(beside, other.plus(skipped));
        f.set(middle, load(mean.plus(place)));
        f.set(sum, f.zero);
        f.set(row, start);
        const each = (factor: () => void) =>
          f.while(row.below(end), () => {
            f.set(value, load(at).minus(middle));
            factor();
            f.increase(at, stride);
            f.increase(beside, stride);
            f.increase(row, 1);
          });
        f.when(
          other,
          () => each(() => f.addProduct(sum, value, load(beside))),
          () => each(() => f.addProduct(sum, value, value)),
        );
        store(out.plus(place), load(out.plus(place)).plus(sum));
      });
      f.set(start, end);
    });
  },
};

/** `(x − mean) · factor + offset` for every row, column by column. */
export const normalizedRows: Written = {
  parameters: 7,
  write(f, x, rows, columns, mean, factor, offset, to) {
    const stride = f.int(columns.shifted(2));
    const [from, target] = [f.int(x), f.int(to)];
    eachSample(
      f,
      rows,
      [
        [from, stride],
        [target, stride],
      ],
      () =>
        acrossNumbers(f, columns, (place, { load, store }) => {
          const value = load(from.plus(place)).minus(load(mean.plus(place)));
          store(target.plus(place), value.times(load(factor.plus(place))).plus(load(offset.plus(place))));
        }),
    );
  },
};

/** `(dy − less − (x − mean) · slope) · factor` for every row, column by column. */
export const normalizedRowsBack: Written = {
  parameters: 9,
  write(f, x, dy, rows, columns, mean, factor, less, slope, to) {
    const stride = f.int(columns.shifted(2));
    const [from, above, target] = [f.int(x), f.int(dy), f.int(to)];
    eachSample(
      f,
      rows,
      [
        [from, stride],
        [above, stride],
        [target, stride],
      ],
      () =>
        acrossNumbers(f, columns, (place, { load, store }) => {
          const deviation = load(from.plus(place)).minus(load(mean.plus(place)));
          const rest = load(above.plus(place)).minus(load(less.plus(place)));
          const value = rest.minus(deviation.times(load(slope.plus(place))));
          store(target.plus(place), value.times(load(factor.plus(place))));
        }),
    );
  },
};
