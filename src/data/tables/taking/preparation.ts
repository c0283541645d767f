import { type DateOrder, dateOf } from '../columns/dateCell';
import { isMissing } from '../columns/missing';
import { type DecimalMark, measuredOf } from '../columns/numberCell';

/** How a column of a table becomes numbers: learned from the samples that are trained on, the same for every row after. */
export type PreparedColumn =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly decimal: DecimalMark;
      /** Stands for a value that is missing. */
      readonly fill: number;
      /** A value becomes `(value - mean) / deviation`. */
      readonly mean: number;
      readonly deviation: number;
    }
  | {
      readonly kind: 'date';
      readonly name: string;
      readonly order: DateOrder;
      /** Days since 1970, as are mean and deviation. */
      readonly fill: number;
      readonly mean: number;
      readonly deviation: number;
    }
  | {
      readonly kind: 'category';
      readonly name: string;
      /** One-hot, in this order; any other word is all zeros. */
      readonly categories: readonly string[];
      /** Which of them stands for a cell that is missing; as many as there are categories: a place of its own, the last one. */
      readonly fill: number;
    };

/** How the rows of a table become samples, column by column. */
export type Preparation = readonly PreparedColumn[];

/** Numbers that a column becomes. */
export const widthOf = (column: PreparedColumn): number =>
  column.kind === 'category' ? column.categories.length + (column.fill === column.categories.length ? 1 : 0) : 1;

/** Names of the numbers of a sample. */
export const preparedNames = (preparation: Preparation): readonly string[] =>
  preparation.flatMap((column) =>
    column.kind === 'category'
      ? Array.from({ length: widthOf(column) }, (_, at) => `${column.name}=${column.categories[at] ?? ''}`)
      : [column.name],
  );

/** The number or the category's place that a cell says; NaN where it stands for nothing, null where it is something else. */
export function cellValue(column: PreparedColumn, text: string): number | null {
  const cell = text.trim();
  if (isMissing(cell)) return Number.NaN;
  if (column.kind === 'category') {
    const place = column.categories.indexOf(cell);
    return place < 0 ? null : place;
  }
  const value = column.kind === 'date' ? dateOf(cell, column.order) : (measuredOf(cell, column.decimal)?.value ?? null);
  return value !== null && Number.isFinite(value) ? value : null;
}

/** Writes what `cellValue` gave into a sample from `at` on; a word that is no category is all zeros. */
export function prepareInto(column: PreparedColumn, value: number | null, sample: Float32Array, at: number): void {
  const known = value === null || Number.isNaN(value) ? column.fill : value;
  if (column.kind === 'category') {
    if (value !== null && known < widthOf(column)) sample[at + known] = 1;
  } else sample[at] = (known - column.mean) / column.deviation;
}

/** A row of cells, in the order of the columns, as a sample. Numbers that are none are taken as missing. */
export function preparedRow(preparation: Preparation, cells: readonly string[]): Float32Array<ArrayBuffer> {
  const sample = new Float32Array(preparation.reduce((sum, column) => sum + widthOf(column), 0));
  let at = 0;
  preparation.forEach((column, place) => {
    prepareInto(column, cellValue(column, cells[place] ?? ''), sample, at);
    at += widthOf(column);
  });
  return sample;
}

/** A day that rounding has put a moment before its beginning is still that day. */
const dayText = (days: number) => new Date(Math.floor(days + 1e-3) * 86_400_000).toISOString().slice(0, 10);

/** A number that went through a sample and back, to a millionth of its deviation. */
function rounded(value: number, deviation: number): string {
  const digits = Math.max(0, Math.min(12, 5 - Math.floor(Math.log10(deviation))));
  return String(Number(Number(value.toFixed(digits)).toPrecision(7)));
}

function dateText(days: number, order: DateOrder): string {
  const [year, month, day] = dayText(days).split('-') as [string, string, string];
  return order === 'ymd'
    ? `${year}-${month}-${day}`
    : order === 'dmy'
      ? `${day}.${month}.${year}`
      : `${month}/${day}/${year}`;
}

/** A sample as the row it was, up to rounding; a missing category is empty, a missing number what stands for it. */
export function rowOf(preparation: Preparation, sample: ArrayLike<number>): readonly string[] {
  let at = 0;
  return preparation.map((column) => {
    const from = at;
    at += widthOf(column);
    if (column.kind === 'category') {
      const place = Array.from({ length: at - from }, (_, place) => sample[from + place]!).indexOf(1);
      return column.categories[place] ?? '';
    }
    const value = sample[from]! * column.deviation + column.mean;
    if (column.kind === 'date') return dateText(value, column.order);
    const text = rounded(value, column.deviation);
    return column.decimal === ',' ? text.replace('.', ',') : text;
  });
}
