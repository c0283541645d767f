import type { Written } from '../assembler/moduleOf';
import type { Routine } from '../assembler/routine';
import { type Int, float } from '../assembler/values';

/** Columns of a panel. */
export const panelWidth = 8;

/**
 * Writes a matrix as panels of eight columns, row after row, zeros where columns are missing: what products read in one
 * go. The number in row k and column n lies at `from + k · rowStride + n · columnStride`; a panel begins `panelBytes` behind
 * the one before it.
 */
export const writePanels: Written = {
  parameters: 7,
  write: panelsInto,
};

export function panelsInto(
  f: Routine,
  from: Int,
  rowStride: Int,
  columnStride: Int,
  rows: Int,
  columns: Int,
  to: Int,
  panelBytes: Int,
): void {
  const [next, panel] = [f.int(), f.int(to)];
  const [column, row, source] = [f.int(), f.int(), f.int()];
  const begin = f.int(from);
  f.set(column, 0);
  f.while(column.below(columns), () => {
    f.set(row, 0);
    f.set(next, panel);
    f.set(source, begin.plus(column.times(columnStride)));
    const whole = columns.minus(column).atLeast(panelWidth).and(columnStride.equals(4));
    const each = (copy: () => void) =>
      f.while(row.below(rows), () => {
        copy();
        f.increase(next, 4 * panelWidth);
        f.increase(source, rowStride);
        f.increase(row, 1);
      });
    f.when(
      whole,
      () =>
        each(() => {
          f.store(next, source.vectorAt());
          f.store(next, source.vectorAt(16), 16);
        }),
      () =>
        each(() => {
          for (let lane = 0; lane < panelWidth; lane++) {
            f.when(
              column.plus(lane).below(columns),
              () => f.store(next, source.plus(columnStride.times(lane)).floatAt(), 4 * lane),
              () => f.store(next, float(0), 4 * lane),
            );
          }
        }),
    );
    f.increase(column, panelWidth);
    f.increase(panel, panelBytes);
  });
}
