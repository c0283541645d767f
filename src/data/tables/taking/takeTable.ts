import type { Dataset, Target } from '../../dataset';
import { encodedAll, vocabularyOf, wordsOf } from '../../textSamples';
import { hashOf } from '../columns/columnTally';
import { isMissing } from '../columns/missing';
import { Faults } from '../reading/fault';
import type { Reading } from '../reading/pieces';
import { readRows } from '../reading/tableRows';
import { TableError } from '../tableTrouble';
import { adapted } from './adapted';
import { type TableChoices, featuresOf } from './choices';
import { type DividerColumn, dividerColumn } from './dividerColumn';
import { type Growing, growingCounts } from './growing';
import { classTarget } from './labels';
import { fewestRows, mostValues, mostWords, textLength } from './limits';
import { type Preparation, prepareInto, preparedNames, widthOf } from './preparation';
import { dividedRows, olderSplit } from './split';
import { type TakenColumn, takenColumn } from './takenColumns';

interface Taken {
  readonly features: readonly TakenColumn[];
  readonly texts: readonly string[];
  readonly answers: TakenColumn;
  readonly weights: TakenColumn | null;
  /** The column that divides the rows. */
  readonly divider: DividerColumn | null;
  readonly lines: Growing<Uint32Array<ArrayBuffer>>;
  readonly count: number;
}

/** Reads the rows that are taken. */
async function takenRows(file: Blob, choices: TableChoices, reading: Reading): Promise<Taken> {
  const { how, columns, target, answer, oddAsMissing, leaveOut, dropDuplicates } = choices;
  const { kind, columns: used } = featuresOf(choices);
  const number = (column: number) => takenColumn({ ...columns[column]!, kind: 'number' }, how.decimal, oddAsMissing);
  const features =
    kind === 'table' ? used.map((column) => takenColumn(columns[column]!, how.decimal, oddAsMissing)) : [];
  const weight = columns.findIndex((column, place) => column.kind === 'weight' && place !== target);
  const weights = weight < 0 ? null : number(weight);
  const answers =
    answer === 'numbers' ? number(target) : takenColumn({ ...columns[target]!, kind: 'category' }, how.decimal, false);
  const { by, column: place } = choices.split ?? olderSplit;
  const dividing = place === null || columns[place] === undefined ? null : place;
  const divider = dividing === null ? null : dividerColumn(by, columns[dividing]!.order, how.decimal);
  const texts: string[] = [];
  const lines = growingCounts();
  const seen = new Set<string>();
  const dropping = used.filter((column) => columns[column]!.missing === 'drop');
  const isDropped = kind === 'text' ? (cell: string) => cell === '' : isMissing;
  const faults = new Faults();
  let first = how.header;
  const take = (cells: readonly string[], line: number) => {
    if (first) {
      first = false;
      return;
    }
    const answerCell = cells[target]!.trim();
    if (isMissing(answerCell) || dropping.some((column) => isDropped(cells[column]!.trim()))) return;
    if (dropDuplicates) {
      const trimmed = cells.map((cell) => cell.trim());
      const key = `${hashOf(trimmed.join('\0'))} ${hashOf(trimmed.toReversed().join('\0'))}`;
      if (seen.has(key)) return;
      seen.add(key);
    }
    const value = answers.read(answerCell, line);
    if (Number.isNaN(value)) return;
    answers.values.push(value);
    for (let place = 0; place < features.length; place++) {
      const column = features[place]!;
      column.values.push(column.read(cells[used[place]!]!.trim(), line));
    }
    if (weights !== null) {
      const own = weights.read(cells[weight]!.trim(), line);
      if (Number.isNaN(own)) throw new TableError({ code: 'emptyCell', row: line, column: columns[weight]!.name });
      weights.values.push(own);
    }
    if (kind === 'text' && used.length > 0) texts.push(cells[used[0]!]!.trim());
    if (divider !== null) divider.values.push(divider.read(cells[dividing!]!.trim()));
    lines.push(line);
  };
  await readRows(file, how, take, faults, reading);
  const ragged = faults.first('ragged') ?? faults.first('notJson');
  if (ragged !== null && !leaveOut) {
    const expected = how.layout.format === 'separated' ? how.layout.columns : how.layout.keys.length;
    if (ragged.code === 'notJson') throw new TableError({ code: 'notJson', row: ragged.line });
    throw new TableError({ code: 'raggedRow', row: ragged.line, expected, got: ragged.got });
  }
  return { features, texts, answers, weights, divider, lines, count: lines.length };
}

type Content = Omit<Dataset, 'id' | 'count' | 'validation' | 'lines' | 'target' | 'sampleWeights'>;

function textContent(texts: readonly string[], order: Uint32Array): Content {
  const all = Array.from(order, (row) => wordsOf(texts[row]!));
  const words = vocabularyOf(all, mostWords);
  const longest = all.reduce((most, { length }) => Math.max(most, length), 1);
  const length = Math.min(textLength, longest);
  return { kind: 'text', shape: [length], values: encodedAll(all, words, length), vocabulary: words.length, words };
}

function tableContent(
  features: readonly TakenColumn[],
  order: Uint32Array,
  training: number,
  choices: TableChoices,
): Content {
  const learned = order.subarray(0, training);
  const { how, standardise } = choices;
  const preparation: Preparation = features.map((column) => adapted(column, learned, how.decimal, standardise));
  const width = preparation.reduce((sum, column) => sum + widthOf(column), 0);
  if (width * order.length > mostValues)
    throw new TableError({ code: 'tooLarge', values: width * order.length, most: mostValues });
  const values = new Float32Array(width * order.length);
  let at = 0;
  features.forEach((column, place) => {
    const prepared = preparation[place]!;
    const { kind } = prepared;
    const places =
      kind === 'category' ? [...column.words.keys()].map((word) => prepared.categories.indexOf(word)) : null;
    for (let sample = 0; sample < order.length; sample++) {
      const value = column.values.at(order[sample]!);
      // Only rows to validate on have words that were not there to learn.
      const known = places === null || Number.isNaN(value) ? value : places[value]! < 0 ? null : places[value]!;
      prepareInto(prepared, known, values, sample * width + at);
    }
    at += widthOf(prepared);
  });
  return { kind: 'numbers', shape: [width], values, vocabulary: null, words: preparedNames(preparation), preparation };
}

/**
 * A dataset of somebody's own, as it was chosen: the rows are divided, those to train on first; what prepares them is learned
 * from these alone. Rejects with `TableError`, or with the signal's reason.
 */
export async function takeTable(id: string, file: Blob, choices: TableChoices, reading: Reading): Promise<Dataset> {
  const features = featuresOf(choices);
  const taken = await takenRows(file, choices, reading);
  const { count, answers, weights } = taken;
  if (count < fewestRows) throw new TableError({ code: 'tooFewRows', rows: count, needed: fewestRows });
  if (features.columns.length === 0) throw new TableError({ code: 'noFeatures' });
  const classes = choices.answer === 'classes' ? classTarget(answers, everyRow(count), choices) : null;
  const { order, validation, test } = dividedRows(count, choices.split ?? olderSplit, {
    classes: classes?.labels ?? null,
    divider: taken.divider?.values ?? null,
  });
  const content =
    features.kind === 'text'
      ? textContent(taken.texts, order)
      : tableContent(taken.features, order, count - validation - test, choices);
  const name = choices.columns[choices.target]!.name;
  const picked = ({ values }: TakenColumn) => values.picked(order);
  const target: Target =
    classes === null
      ? { kind: 'numbers', names: [name], values: picked(answers) }
      : { ...classes, labels: Uint16Array.from(order, (row) => classes.labels[row]!) };
  const lines = taken.lines.picked(order);
  return {
    ...content,
    id,
    count,
    validation,
    ...(test > 0 && { test }),
    target,
    lines,
    table: choices,
    sampleWeights: weights === null ? null : picked(weights),
  };
}

const everyRow = (count: number) => Uint32Array.from({ length: count }, (_, row) => row);
