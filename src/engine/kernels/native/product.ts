import { transposedScratch } from '../routines/columnsTimesRows';
import { panelWidth } from '../routines/panels';
import type { Routines } from '../routines/routines';

/** Rows of a matrix: row m begins at the address that `table` holds in place m; its numbers lie in pieces of `length`. */
export interface Rows {
  readonly table: number;
  readonly count: number;
  readonly segments: number;
  /** Bytes. */
  readonly segmentStride: number;
  readonly length: number;
}

/** Rows of numbers in memory, so many bytes apart; 0 gives every row the same numbers. */
export interface Lines {
  readonly address: number;
  readonly stride: number;
}

/** A matrix whose numbers lie so many bytes apart. */
export interface Matrix {
  readonly address: number;
  readonly rowStride: number;
  readonly columnStride: number;
  readonly rows: number;
  readonly columns: number;
}

/** The least and the largest value of a result. */
export type Bounds = readonly [least: number, largest: number];

/** A float as the whole number with the same bits. */
export const bitsOf = (value: number): number => new Int32Array(Float32Array.of(value).buffer)[0]!;

type Take = (floats: number) => number;

const wholePanels = (columns: number): number => Math.ceil(columns / panelWidth) * panelWidth;

/** The right side of a product as `rowsTimesPanels` reads it; matrices of as many columns are put below each other. */
export function panelsOf(routines: Routines, take: Take, parts: readonly Matrix[]): number {
  const depth = parts.reduce((sum, { rows }) => sum + rows, 0);
  const panels = take(depth * wholePanels(parts[0]!.columns));
  let row = 0;
  for (const { address, rowStride, columnStride, rows, columns } of parts) {
    const to = panels + row * panelWidth * 4;
    routines.writePanels(address, rowStride, columnStride, rows, columns, to, depth * panelWidth * 4);
    row += rows;
  }
  return panels;
}

/** Nothing is out of these bounds. */
const anything: Bounds = [-Infinity, Infinity];

/** `out = first + left · right`, held within bounds. */
export function multiply(
  routines: Routines,
  left: Rows,
  panels: number,
  columns: number,
  first: Lines,
  out: Lines,
  [lowest, highest]: Bounds = anything,
): void {
  const { table, count, segments, segmentStride, length } = left;
  routines.rowsTimesPanels(
    table,
    count,
    segments,
    segmentStride,
    length,
    panels,
    columns,
    first.address,
    first.stride,
    out.address,
    out.stride,
    segments * length,
    bitsOf(lowest),
    bitsOf(highest),
  );
}

/** `out += leftᵀ · right`; `right` has `columns` numbers in each row, one row after another. */
export function addTransposedProduct(
  routines: Routines,
  take: Take,
  left: Rows,
  right: number,
  columns: number,
  out: number,
): void {
  const { table, count, segments, segmentStride, length } = left;
  const scratch = take(transposedScratch(columns));
  routines.columnsTimesRows(table, count, segments, segmentStride, length, right, columns, out, scratch);
}

/** Rows one behind the other. */
export function plainRows(routines: Routines, take: Take, address: number, count: number, length: number): Rows {
  const table = take(count);
  routines.rowTable(table, address, 1, 1, count, 0, 0, length * 4);
  return { table, count, segments: 1, segmentStride: 0, length };
}

/** Memory full of zeros. */
export function zeros(routines: Routines, take: Take, floats: number): number {
  const address = take(floats);
  routines.clear(address, floats * 4);
  return address;
}
