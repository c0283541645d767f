import { widthOf } from '../tables/taking/preparation';
import { derivedSeed, shuffledIndices } from '../random';
import type { Dataset } from '../dataset';

/** How much worse a model does when one column says nothing any more. */
export interface ColumnImportance {
  readonly column: string;
  /** By how much the score falls in the mean over the tries, and how far these lie apart. */
  readonly mean: number;
  readonly deviation: number;
}

/** Permutation importance of a table's columns (Breiman 2001), by accuracy or by R². */
export interface Importance {
  readonly measure: 'accuracy' | 'r2';
  /** Of the model with all columns. */
  readonly score: number;
  /** Samples that were asked about. */
  readonly samples: number;
  /** The most important first. */
  readonly columns: readonly ColumnImportance[];
}

/** The numbers of a sample that a column of a table has become. */
export interface ColumnPlace {
  readonly column: string;
  readonly from: number;
  readonly width: number;
}

/** The columns of a table that samples are made of; empty for anything else. */
export function columnPlaces({ kind, shape, preparation, words }: Dataset): readonly ColumnPlace[] {
  if (kind !== 'numbers' || shape.length !== 1) return [];
  if (preparation === undefined) {
    return Array.from({ length: shape[0]! }, (_, from) => ({ column: words?.[from] ?? `${from + 1}`, from, width: 1 }));
  }
  let at = 0;
  return preparation.map((column) => {
    const from = at;
    at += widthOf(column);
    return { column: column.name, from, width: at - from };
  });
}

/** Samples whose values at a place are those of others; `size` numbers to a sample. The same for the same seed. */
export function permuted(
  values: Float32Array<ArrayBuffer>,
  size: number,
  { from, width }: Pick<ColumnPlace, 'from' | 'width'>,
  seed: number,
): Float32Array<ArrayBuffer> {
  const mixed = values.slice();
  shuffledIndices(values.length / size, derivedSeed(seed, 'permuted', from)).forEach((other, sample) => {
    mixed.set(values.subarray(other * size + from, other * size + from + width), sample * size + from);
  });
  return mixed;
}

/** What the tries of a column say, beside the score with all columns. */
export function columnImportance(column: string, score: number, tries: readonly number[]): ColumnImportance {
  const falls = tries.map((own) => score - own);
  const mean = falls.reduce((sum, own) => sum + own, 0) / falls.length;
  const deviation = Math.sqrt(falls.reduce((sum, own) => sum + (own - mean) ** 2, 0) / falls.length);
  return { column, mean, deviation };
}
