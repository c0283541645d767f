import { type DateOrder, dateOf } from '../columns/dateCell';
import { isMissing } from '../columns/missing';
import { type DecimalMark, measuredOf } from '../columns/numberCell';
import type { TableSplit } from './split';

/** The column that divides a table's rows: times, or the place of each group among the groups; NaN where there is nothing. */
export interface DividerColumn {
  readonly values: number[];
  read(cell: string): number;
}

/** Times are dates, or numbers where they are none; groups are words, however many. */
export function dividerColumn(by: TableSplit['by'], order: DateOrder, decimal: DecimalMark): DividerColumn {
  const groups = new Map<string, number>();
  const group = (cell: string) => {
    const known = groups.get(cell) ?? groups.size;
    groups.set(cell, known);
    return known;
  };
  const time = (cell: string) => dateOf(cell, order) ?? measuredOf(cell, decimal)?.value ?? Number.NaN;
  const read = by === 'time' ? time : group;
  return { values: [], read: (cell) => (isMissing(cell) ? Number.NaN : read(cell)) };
}
