import type { Dataset, Target } from '../dataset';
import { TableError } from './tableTrouble';
import { classesOf, isNumber, targetOf } from '../labels';
import { shuffledIndices } from '../random';
import { type Reading, readRows } from './readRows';
import { encodedAll, vocabularyOf, wordsOf } from '../textSamples';

export const fewestRows = 10;
/** Longest text in words, and most words in the list; both as the text recipes have them. */
const textLength = 200;
const mostWords = 20_000;
const weightNames = ['sample_weight', 'sampleweight'];

/**
 * A dataset of somebody's own: a table of numbers whose last column is the answer (a column `sample_weight` says how much
 * a row counts), or a text and its label in each row. The rows are mixed, so that the last 15 % are a fair sample to
 * validate on. Rejects with `TableError`.
 */
export async function importFile(id: string, source: File | string, name: string, reading: Reading): Promise<Dataset> {
  const tabs = /\.(tsv|tab|txt)$/i.test(name);
  const rows = await readRows(source, tabs, reading);
  const [first] = rows;
  if (first === undefined) throw new TableError({ code: 'empty' });
  if (first.length < 2) throw new TableError({ code: 'oneColumn' });
  rows.forEach(({ length }, row) => {
    if (length !== first.length) {
      throw new TableError({ code: 'raggedRow', row: row + 1, expected: first.length, got: length });
    }
  });
  const text = first.length === 2 && !isNumber(rows[1]?.[0] ?? first[0]!);
  const header = text ? isTextHeader(first) : isHeader(first, rows[1]);
  const body = header ? rows.slice(1) : rows;
  if (body.length < fewestRows) throw new TableError({ code: 'tooFewRows', rows: body.length, needed: fewestRows });
  const order = Array.from(shuffledIndices(body.length, 1));
  const mixed = order.map((row) => body[row]!);
  const lines = order.map((row) => row + (header ? 2 : 1));
  const names = first.map((cell, column) => (header ? cell.trim() : `x${column + 1}`));
  const shared = {
    id,
    lines: Uint32Array.from(lines),
    count: mixed.length,
    validation: Math.max(1, Math.round(mixed.length * 0.15)),
  };
  return text ? { ...shared, ...texts(mixed) } : { ...shared, ...numbers(mixed, names, lines) };
}

const isTextHeader = (cells: readonly string[]) =>
  ['text', 'sentence', 'review', 'document'].includes(cells[0]!.trim().toLowerCase());

/** A first row without a number above one that has numbers. */
const isHeader = (cells: readonly string[], next: readonly string[] = []) =>
  !cells.some(isNumber) && next.some(isNumber);

type Content = Omit<Dataset, 'id' | 'count' | 'validation' | 'lines'>;

function texts(rows: readonly (readonly string[])[]): Content {
  const all = rows.map(([text = '']) => wordsOf(text));
  const words = vocabularyOf(all, mostWords);
  const longest = all.reduce((most, { length }) => Math.max(most, length), 1);
  const length = Math.min(textLength, longest);
  const target: Target = classesOf(rows.map(([, label = '']) => label));
  const values = encodedAll(all, words, length);
  return { kind: 'text', shape: [length], values, target, vocabulary: words.length, sampleWeights: null, words };
}

function numbers(rows: readonly (readonly string[])[], names: readonly string[], lines: readonly number[]): Content {
  const weight = names.findIndex((name) => weightNames.includes(name.toLowerCase()));
  const others = names.map((_, column) => column).filter((column) => column !== weight);
  const answer = others.at(-1)!;
  const columns = others.slice(0, -1);
  if (columns.length === 0) throw new TableError({ code: 'oneColumn' });
  const cell = (row: number, column: number): number => {
    const value = rows[row]![column]!.trim();
    const where = { row: lines[row]!, column: names[column]! };
    if (value === '') throw new TableError({ code: 'emptyCell', ...where });
    if (!isNumber(value)) throw new TableError({ code: 'textCell', ...where, value });
    return Number(value);
  };
  const values = new Float32Array(rows.length * columns.length);
  const weights = weight < 0 ? null : new Float32Array(rows.length);
  rows.forEach((cells, row) => {
    columns.forEach((column, place) => (values[row * columns.length + place] = cell(row, column)));
    if (weights !== null) weights[row] = cell(row, weight);
    if (cells[answer]!.trim() === '') {
      throw new TableError({ code: 'emptyCell', row: lines[row]!, column: names[answer]! });
    }
  });
  const target = targetOf(
    rows.map((cells) => cells[answer]!),
    names[answer]!,
  );
  const words = columns.map((column) => names[column]!);
  return {
    kind: 'numbers',
    shape: [columns.length],
    values,
    target,
    vocabulary: null,
    sampleWeights: weights,
    words,
  };
}
