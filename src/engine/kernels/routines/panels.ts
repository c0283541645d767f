import type { Written } from '../assembler/moduleOf';
import { float } from '../assembler/values';

/** Columns of a panel. */
export const panelWidth = 8;

/**
 * Writes a matrix as panels of eight columns, row after row, zeros where columns are missing: what `rowsTimesPanels`
 * reads in one go. The number in row k and column n lies at `from + k · rowStride + n · columnStride`; a panel begins
 * `panelBytes` behind the one before it.
 */
export const writePanels: Written = {
  parameters: 7,
  write(f, from, rowStride, columnStride, rows, columns, to, panelBytes) {
    const [next, panel] = [f.int(), f.int(to)];
    const column = f.int();
    f.while(column.below(columns), () => {
      const row = f.int();
      f.set(row, 0);
      f.set(next, panel);
      const source = f.int(from.plus(column.times(columnStride)));
      const whole = columns.minus(column).atLeast(panelWidth).and(columnStride.equals(4));
      f.while(row.below(rows), () => {
        f.when(
          whole,
          () => {
            f.store(next, source.vectorAt());
            f.store(next, source.vectorAt(16), 16);
          },
          () => {
            for (let lane = 0; lane < panelWidth; lane++) {
              f.when(
                column.plus(lane).below(columns),
                () => f.store(next, source.plus(columnStride.times(lane)).floatAt(), 4 * lane),
                () => f.store(next, float(0), 4 * lane),
              );
            }
          },
        );
        f.increase(next, 4 * panelWidth);
        f.increase(source, rowStride);
        f.increase(row, 1);
      });
      f.increase(column, panelWidth);
      f.increase(panel, panelBytes);
    });
  },
};
