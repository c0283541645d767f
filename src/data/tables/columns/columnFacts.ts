import type { ColumnTally, OddCell } from './columnTally';
import { type DateOrder } from './dateCell';
import { isMissing } from './missing';
import { namesRow, namesText, namesWeight } from './names';
import type { DecimalMark } from './numberCell';

/** What a column is taken for. `weight`: how much a row counts. */
export const columnKinds = ['number', 'category', 'text', 'date', 'identifier', 'weight', 'ignore'] as const;
export type ColumnKind = (typeof columnKinds)[number];

export interface NumberFacts {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly mean: number;
  readonly deviation: number;
  readonly whole: boolean;
  /** Quarter, half and three quarters of the values lie below. */
  readonly quartiles: readonly [number, number, number];
  /** Share of values farther from the middle half than three times its width. */
  readonly outliers: number;
  /** How many values fall into equal ranges from the smallest to the largest; of those drawn. */
  readonly histogram: readonly number[];
  /** What all are measured in; empty for mere numbers. */
  readonly unit: string;
  readonly infinite: number;
  readonly infiniteLine: number | null;
  /** The first cell that is no number, and how many there are. */
  readonly odd: OddCell | null;
  readonly oddCount: number;
}

/** What was found in a column of a file. */
export interface ColumnFacts {
  readonly name: string;
  /** What it is guessed to be. */
  readonly kind: ColumnKind;
  readonly count: number;
  readonly missing: number;
  readonly firstMissing: number | null;
  /** Different cells that stand for something; an estimate where there are many. */
  readonly distinct: number;
  /** Different cells with their counts, the most frequent first; null: too many. */
  readonly values: readonly (readonly [value: string, count: number])[] | null;
  readonly number: NumberFacts | null;
  readonly dateOrder: DateOrder | null;
  /** Could days as well be months? */
  readonly dateUnsure: boolean;
  /** Words of a cell that is no number, on average; letters of the longest. */
  readonly words: number;
  readonly longest: number;
  readonly hash: number;
  readonly pattern: number | null;
}

const bins = 24;

function numberFacts(tally: ColumnTally, mark: DecimalMark): NumberFacts | null {
  const { numbers, odd } = tally.by(mark);
  if (numbers === null || numbers.count === 0) return null;
  const { count, min, max, mean, deviation, whole, infinite, infiniteLine } = numbers;
  const sorted = numbers.drawn.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)]!;
  const quartiles = [at(0.25), at(0.5), at(0.75)] as const;
  const reach = (quartiles[2] - quartiles[0]) * 3;
  const far = (value: number) => value < quartiles[0] - reach || value > quartiles[2] + reach;
  const histogram = Array.from({ length: bins }, () => 0);
  const width = max - min || 1;
  for (const value of sorted) histogram[Math.min(bins - 1, Math.floor(((value - min) / width) * bins))]! += 1;
  const [unit = ''] = tally.units.keys();
  return {
    count,
    min,
    max,
    mean,
    deviation,
    whole,
    quartiles,
    outliers: reach === 0 ? 0 : sorted.filter(far).length / sorted.length,
    histogram,
    unit: tally.units.size === 1 ? unit : '',
    infinite,
    infiniteLine,
    odd,
    oddCount: tally.count - tally.missing - count - infinite,
  };
}

/** The order in which nearly all cells are dates, the most likely one first. */
function dateOrder({ dates, count, missing }: ColumnTally): { order: DateOrder | null; unsure: boolean } {
  const enough = (order: DateOrder) => dates[order] > 0 && dates[order] >= (count - missing) * 0.9;
  if (enough('ymd')) return { order: 'ymd', unsure: false };
  if (!enough('dmy') && !enough('mdy')) return { order: null, unsure: false };
  return { order: dates.mdy > dates.dmy ? 'mdy' : 'dmy', unsure: dates.mdy === dates.dmy };
}

/** Categories that are still taken for such. */
const mostCategories = 50;

function kindOf(
  tally: ColumnTally,
  name: string,
  place: number,
  number: NumberFacts | null,
  dated: boolean,
): ColumnKind {
  const filled = tally.count - tally.missing;
  const distinct = tally.distinct - (tally.missing > 0 ? 1 : 0);
  if (filled === 0 || tally.missing > tally.count * 0.9) return 'ignore';
  const numeric = number !== null && number.count + number.infinite >= filled * 0.8 && tally.units.size <= 1;
  if (numeric && namesWeight(name)) return 'weight';
  if (distinct <= 1 && tally.missing === 0 && filled > 1) return 'ignore';
  if (dated) return 'date';
  if (numeric) {
    const counted = number.whole && (tally.by('.').numbers?.counted ?? false) && filled >= 10 && number.min <= 1;
    const own = number.whole && distinct >= filled * 0.95 && filled >= 10;
    if (counted && (place === 0 || namesRow(name)) && namesRow(name)) return 'identifier';
    return own && namesRow(name) && name !== '' ? 'identifier' : 'number';
  }
  if (namesText(name)) return 'text';
  const words = tally.words / filled;
  // Sentences are hardly ever the names of a few kinds.
  const many = distinct > Math.max(words >= 4 ? 4 : 20, filled * 0.2);
  if ((words >= 3 || tally.letters / filled >= 30) && many) return 'text';
  if (distinct <= mostCategories && distinct < filled * 0.9) return 'category';
  if (distinct <= Math.min(1000, filled * 0.2)) return 'category';
  // A single word that hardly ever comes twice names its row.
  return words >= 2 ? 'text' : 'identifier';
}

/** What a column is, from all its cells. */
export function columnFacts(tally: ColumnTally, name: string, place: number, mark: DecimalMark): ColumnFacts {
  const number = numberFacts(tally, mark);
  const { order, unsure } = dateOrder(tally);
  const filled = tally.count - tally.missing;
  const values =
    tally.values && [...tally.values].filter(([value]) => !isMissing(value)).toSorted(([, a], [, b]) => b - a || 0);
  return {
    name,
    kind: kindOf(tally, name, place, number, order !== null),
    count: tally.count,
    missing: tally.missing,
    firstMissing: tally.firstMissing,
    distinct: values?.length ?? tally.distinct,
    values,
    number,
    dateOrder: order,
    dateUnsure: unsure,
    words: filled === 0 ? 0 : tally.words / filled,
    longest: tally.longest,
    hash: tally.hash,
    pattern: tally.values === null ? null : tally.pattern,
  };
}
