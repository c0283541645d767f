import { type Dataset, sampleValues } from '../../../data/dataset';
import { rowOf } from '../../../data/tables/taking/preparation';
import { numberText } from '../answerText';

/** A cell of a row: its column, which may have no name, and what stands in it. */
export interface Cell {
  readonly column: string;
  readonly text: string;
}

/** A sample of a table as the row that was given: prepared columns as they stood in the file, up to rounding. */
export function cellsOf(data: Dataset, sample: number): readonly Cell[] {
  const values = sampleValues(data, sample);
  if (data.preparation === undefined) {
    return Array.from(values, (value, place) => ({ column: data.words?.[place] ?? '', text: numberText(value) }));
  }
  const row = rowOf(data.preparation, values);
  return data.preparation.map(({ name }, place) => ({ column: name, text: row[place]! }));
}
