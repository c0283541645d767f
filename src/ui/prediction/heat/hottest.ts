import type { Heat } from '../../../engine/protocol/prediction';

/** Where a heat map is hottest: row and column from 1, and in which third of the picture that is; null where it is all 0. */
export function hottest({ values, width, height }: Pick<Heat, 'values' | 'width' | 'height'>) {
  let best = 0;
  for (let place = 1; place < values.length; place++) if (values[place]! > values[best]!) best = place;
  if (!(values[best]! > 0)) return null;
  const [row, column] = [Math.floor(best / width), best % width];
  const third = (at: number, size: number) => Math.min(2, Math.floor(((at + 0.5) * 3) / size)) as 0 | 1 | 2;
  return { row: row + 1, column: column + 1, down: third(row, height), across: third(column, width) };
}
