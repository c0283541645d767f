import type { IntVariable, Routine } from '../assembler/routine';
import type { Int } from '../assembler/values';

/** How windows lie over pictures, as a routine reads it from memory: whole numbers in this order. */
export const geometryFields = [
  'samples',
  'channels',
  'inHeight',
  'inWidth',
  'outHeight',
  'outWidth',
  'filterHeight',
  'filterWidth',
  'strideHeight',
  'strideWidth',
  'dilationHeight',
  'dilationWidth',
  'top',
  'left',
] as const;
export type Geometry<T> = Readonly<Record<(typeof geometryFields)[number], T>>;

/** The windows at an address in variables. */
export const geometryAt = (f: Routine, address: Int): Geometry<IntVariable> =>
  Object.fromEntries(
    geometryFields.map((name, index) => [name, f.int(address.intAt(4 * index))]),
  ) as unknown as Geometry<IntVariable>;

/** Goes over the cells of pictures, whatever the sample, row by row. */
export function eachCell(
  f: Routine,
  height: Int,
  width: Int,
  body: (row: IntVariable, column: IntVariable) => void,
): void {
  const [row, column] = [f.int(), f.int()];
  f.while(row.below(height), () => {
    f.set(column, 0);
    f.while(column.below(width), () => {
      body(row, column);
      f.increase(column, 1);
    });
    f.increase(row, 1);
  });
}

/** Goes over the cells of a filter. */
function eachTap(
  f: Routine,
  { filterHeight, filterWidth }: Geometry<Int>,
  body: (row: IntVariable, column: IntVariable) => void,
) {
  const [row, column] = [f.int(), f.int()];
  f.set(row, 0);
  f.while(row.below(filterHeight), () => {
    f.set(column, 0);
    f.while(column.below(filterWidth), () => {
      body(row, column);
      f.increase(column, 1);
    });
    f.increase(row, 1);
  });
}

const inside = (at: Int, size: Int): Int => at.atLeast(0).and(at.below(size));

/**
 * Writes which cells of the input the window of an output cell sees: pairs of bytes, of that cell's channels inside its picture,
 * and of the filter's; the end of the list.
 */
export function seenFrom(f: Routine, g: Geometry<Int>, row: Int, column: Int, list: Int): IntVariable {
  const end = f.int();
  f.set(end, list);
  eachTap(f, g, (down, across) => {
    const y = f.int(row.times(g.strideHeight).plus(down.times(g.dilationHeight)).minus(g.top));
    const x = f.int(column.times(g.strideWidth).plus(across.times(g.dilationWidth)).minus(g.left));
    f.when(inside(y, g.inHeight).and(inside(x, g.inWidth)), () => {
      f.store(end, y.times(g.inWidth).plus(x).times(g.channels).shifted(2));
      f.store(end, down.times(g.filterWidth).plus(across).times(g.channels).shifted(2), 4);
      f.increase(end, 8);
    });
  });
  return end;
}

/** Writes which cells of the output see a cell of the input, in the same way. */
export function seeing(f: Routine, g: Geometry<Int>, row: Int, column: Int, list: Int): IntVariable {
  const end = f.int();
  f.set(end, list);
  eachTap(f, g, (down, across) => {
    const y = f.int(row.plus(g.top).minus(down.times(g.dilationHeight)));
    const x = f.int(column.plus(g.left).minus(across.times(g.dilationWidth)));
    const [outRow, outColumn] = [f.int(y.over(g.strideHeight)), f.int(x.over(g.strideWidth))];
    const exact = outRow.times(g.strideHeight).equals(y).and(outColumn.times(g.strideWidth).equals(x));
    f.when(exact.and(inside(outRow, g.outHeight)).and(inside(outColumn, g.outWidth)), () => {
      f.store(end, outRow.times(g.outWidth).plus(outColumn).times(g.channels).shifted(2));
      f.store(end, down.times(g.filterWidth).plus(across).times(g.channels).shifted(2), 4);
      f.increase(end, 8);
    });
  });
  return end;
}
