import type { Written } from '../assembler/moduleOf';

/**
 * Copies pictures into larger ones of zeros: cell (y, x) goes to (top + y · down, left + x · across), and what would lie
 * outside is left out. `bytes`: of the channels of one cell; heights and widths in cells.
 */
export const spread: Written = {
  parameters: 12,
  write(f, from, to, images, height, width, bytes, outHeight, outWidth, top, left, down, across) {
    const rowBytes = f.int(width.times(bytes));
    const outRowBytes = f.int(outWidth.times(bytes));
    f.fillZero(to, images.times(outHeight).times(outRowBytes));
    const [image, row, column, place] = [f.int(), f.int(), f.int(), f.int()];
    const [source, target, first, end] = [f.int(from), f.int(), f.int(), f.int()];
    // Cells of a row that are next to each other there, too, and lie inside.
    f.when(left.below(0), () => f.set(first, f.zeroInt.minus(left)));
    f.set(end, width);
    f.when(outWidth.minus(left).below(width), () => f.set(end, outWidth.minus(left)));
    f.while(image.below(images), () => {
      f.set(row, 0);
      f.while(row.below(height), () => {
        f.set(place, row.times(down).plus(top));
        f.when(place.atLeast(0).and(place.below(outHeight)), () => {
          f.set(target, to.plus(image.times(outHeight).plus(place).times(outRowBytes)));
          f.when(
            across.equals(1),
            () => {
              f.when(first.below(end), () =>
                f.copy(
                  target.plus(left.plus(first).times(bytes)),
                  source.plus(first.times(bytes)),
                  end.minus(first).times(bytes),
                ),
              );
            },
            () => {
              f.set(column, 0);
              f.while(column.below(width), () => {
                f.set(place, column.times(across).plus(left));
                f.when(place.atLeast(0).and(place.below(outWidth)), () =>
                  f.copy(target.plus(place.times(bytes)), source.plus(column.times(bytes)), bytes),
                );
                f.increase(column, 1);
              });
            },
          );
        });
        f.increase(source, rowBytes);
        f.increase(row, 1);
      });
      f.increase(image, 1);
    });
  },
};
