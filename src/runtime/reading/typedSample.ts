import type { Source } from '../../data/batches';
import { splitLine } from '../../data/tables/reading/splitLine';
import { preparedRow } from '../../data/tables/taking/preparation';
import { encoded, indicesOf, wordsOf } from '../../data/textSamples';
import type { Learned } from '../../data/learned';

/** A text as the words that the model knows. */
function textSample(text: string, { kind, shape, words }: Learned): Source {
  const found = wordsOf(text);
  const length = shape[0] ?? Math.max(1, found.length);
  return { kind, shape: [length], values: encoded(found, indicesOf(words ?? []), length) };
}

/** A row of a table, cells with commas between them (semicolons, where any is there). Throws where it has other columns. */
function rowSample(text: string, { kind, preparation = [] }: Learned): Source {
  const cells = splitLine(text, text.includes(';') ? ';' : ',');
  if (cells.length !== preparation.length) {
    const names = preparation.map(({ name }) => name).join(', ');
    throw new Error(`A row has ${preparation.length} cells (${names}), not ${cells.length}: ${JSON.stringify(text)}.`);
  }
  const values = preparedRow(preparation, cells);
  return { kind, shape: [values.length], values };
}

/** How many numbers fill the axes of fixed size. */
const fixedSize = (shape: Learned['shape']) => shape.reduce<number>((size, axis) => size * (axis ?? 1), 1);

/** A text, a row of a table, or numbers with commas, spaces or lines between them, as a sample. Throws where it is none. */
export function typedSample(text: string, learned: Learned): Source {
  const { kind, shape } = learned;
  if (kind === 'text' && learned.words !== null) return textSample(text, learned);
  if (learned.preparation !== undefined) return rowSample(text, learned);
  const values = Float32Array.from(text.split(/[\s,;]+/).filter(Boolean), Number);
  const least = fixedSize(shape);
  const open = shape.includes(null);
  const count = values.length / least;
  const right = open ? Number.isInteger(count) && count > 0 : count === 1;
  if (right && values.every(Number.isFinite)) {
    // The first axis without a size takes what is there.
    const first = shape.indexOf(null);
    return { kind, shape: shape.map((axis, at) => axis ?? (at === first ? count : 1)), values };
  }
  const most = open ? `${least}, or a multiple of it,` : least;
  throw new Error(`A sample has ${most} numbers with commas between them, not ${JSON.stringify(text)}.`);
}
