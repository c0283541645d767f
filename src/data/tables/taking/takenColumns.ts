import { dateOf } from '../columns/dateCell';
import { isMissing } from '../columns/missing';
import { type DecimalMark, measuredOf } from '../columns/numberCell';
import { TableError } from '../tableTrouble';
import type { ColumnChoice } from './choices';
import { type Growing, growingFloats } from './growing';

/** A column as it is taken, row by row: numbers, or places in a list of words; NaN where a cell stands for nothing. */
export interface TakenColumn {
  readonly choice: ColumnChoice;
  readonly values: Growing<Float32Array<ArrayBuffer>>;
  /** Different words in the order in which they came; empty for numbers. */
  readonly words: Map<string, number>;
  /** The value of a cell. Throws `TableError('textCell' | 'infiniteCell')`. */
  read(cell: string, line: number): number;
}

/** Words of more kinds than this are no categories. */
const mostWords = 65_536;

export function takenColumn(choice: ColumnChoice, decimal: DecimalMark, oddAsMissing: boolean): TakenColumn {
  const { name, kind, order } = choice;
  const words = new Map<string, number>();
  const odd = (code: 'textCell' | 'infiniteCell', line: number, value: string): number => {
    if (oddAsMissing) return Number.NaN;
    throw new TableError({ code, row: line, column: name, value });
  };
  const number = (cell: string, line: number): number => {
    const value = kind === 'date' ? dateOf(cell, order) : (measuredOf(cell, decimal)?.value ?? null);
    if (value === null) return odd('textCell', line, cell);
    return Number.isFinite(value) ? value : odd('infiniteCell', line, cell);
  };
  const word = (cell: string): number => {
    const known = words.get(cell);
    if (known !== undefined) return known;
    if (words.size >= mostWords) throw new TableError({ code: 'tooManyCategories', column: name, most: mostWords });
    words.set(cell, words.size);
    return words.size - 1;
  };
  const read = kind === 'category' ? word : number;
  return {
    choice,
    values: growingFloats(),
    words,
    read: (cell, line) => (isMissing(cell) ? Number.NaN : read(cell, line)),
  };
}
