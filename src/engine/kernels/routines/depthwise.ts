import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';
import { eachSample } from '../assembler/samples';
import type { Int } from '../assembler/values';
import { eachCell, geometryAt, seeing } from './geometry';

/**
 * Gradient of a depthwise convolution, one filter a channel, with respect to its input, from `dy` and the filter; `list`: memory for
 * twice as many numbers as a filter has cells. Every cell is a sum over the cells of the output that see it.
 */
export const depthwiseInput: Written = {
  parameters: 5,
  write(f, geometry, dy, filter, to, list) {
    const g = geometryAt(f, geometry);
    const sourceBytes = f.int(g.outHeight.times(g.outWidth).times(g.channels).shifted(2));
    const targetBytes = f.int(g.inHeight.times(g.inWidth).times(g.channels).shifted(2));
    const [picture, target, pair] = [f.int(), f.int(), f.int()];
    const cell = f.int(to);
    const sum = f.vector();
    eachCell(f, g.inHeight, g.inWidth, (row, column) => {
      const end = seeing(f, g, row, column, list);
      f.set(picture, dy);
      f.set(target, cell);
      eachSample(
        f,
        g.samples,
        [
          [picture, sourceBytes],
          [target, targetBytes],
        ],
        () =>
          acrossNumbers(f, g.channels, (place, { load, store }) => {
            f.set(sum, f.zero);
            f.set(pair, list);
            f.while(pair.before(end), () => {
              const [seen, weight] = [picture.plus(pair.intAt()).plus(place), filter.plus(pair.intAt(4)).plus(place)];
              f.addProduct(sum, load(seen), load(weight));
              f.increase(pair, 8);
            });
            store(target.plus(place), sum);
          }),
      );
      f.increase(cell, g.channels.shifted(2));
    });
  },
};

/** The gradient with respect to the filter, from pictures and `dy`, added to what lies at `to`. */
export const depthwiseFilter: Written = {
  parameters: 4,
  write(f, geometry, pictures, dy, to) {
    const g = geometryAt(f, geometry);
    const cell = f.int(g.channels.shifted(2));
    const [pictureBytes, dyBytes] = [
      f.int(g.inHeight.times(g.inWidth).times(cell)),
      f.int(g.outHeight.times(g.outWidth).times(cell)),
    ];
    const [rowBytes, dyRowBytes] = [f.int(g.inWidth.times(cell)), f.int(g.outWidth.times(cell))];
    const step = f.int(g.strideWidth.times(cell));
    const tap = f.int(to);
    /** The first output row or column whose window has this cell of the filter inside, and the one behind the last. */
    const range = (first: Int, size: Int, stride: Int, out: Int) => {
      const [from, end] = [f.int(), f.int()];
      f.set(from, 0);
      f.while(from.times(stride).plus(first).below(0), () => f.increase(from, 1));
      f.set(end, out);
      f.while(from.below(end).and(end.minus(1).times(stride).plus(first).atLeast(size)), () => f.increase(end, -1));
      return [from, end] as const;
    };
    const [picture, above, row, at, other, last] = [f.int(), f.int(), f.int(), f.int(), f.int(), f.int()];
    const sum = f.vector();
    eachCell(f, g.filterHeight, g.filterWidth, (down, across) => {
      const top = f.int(down.times(g.dilationHeight).minus(g.top));
      const left = f.int(across.times(g.dilationWidth).minus(g.left));
      const [firstRow, endRow] = range(top, g.inHeight, g.strideHeight, g.outHeight);
      const [firstColumn, endColumn] = range(left, g.inWidth, g.strideWidth, g.outWidth);
      const skipped = f.int(firstColumn.times(g.strideWidth).plus(left).times(cell));
      f.set(picture, pictures);
      f.set(above, dy);
      f.when(firstColumn.below(endColumn), () =>
        eachSample(
          f,
          g.samples,
          [
            [picture, pictureBytes],
            [above, dyBytes],
          ],
          () =>
            acrossNumbers(f, g.channels, (place, { load, store }) => {
              f.set(sum, load(tap.plus(place)));
              f.set(row, firstRow);
              f.while(row.below(endRow), () => {
                f.set(at, picture.plus(row.times(g.strideHeight).plus(top).times(rowBytes)).plus(skipped).plus(place));
                f.set(other, above.plus(row.times(dyRowBytes)).plus(firstColumn.times(cell)).plus(place));
                f.set(last, above.plus(row.times(dyRowBytes)).plus(endColumn.times(cell)).plus(place));
                f.while(other.before(last), () => {
                  f.addProduct(sum, load(at), load(other));
                  f.increase(at, step);
                  f.increase(other, cell);
                });
                f.increase(row, 1);
              });
              store(tap.plus(place), sum);
            }),
        ),
      );
      f.increase(tap, cell);
    });
  },
};
