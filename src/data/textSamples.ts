import type { Dataset } from './dataset';

/** Index of the filler in front of a short text, and of a word that is not in the list. */
export const padding = 0;
export const unknownWord = 1;
const reserved = ['', '?'];

/** Words of a text: lower case, letters, digits and apostrophes of any script; each emoji is one. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}']+|[\u2600-\u27bf\u{1f000}-\u{1faff}]/gu) ?? [];
}

/** The word of every index: the most frequent words of the texts first, at most `most` with the two reserved indices. */
export function vocabularyOf(texts: readonly (readonly string[])[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const ordered = [...counts].toSorted(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
  return [...reserved, ...ordered.slice(0, most - reserved.length).map(([word]) => word)];
}

export const indicesOf = (vocabulary: readonly string[]): ReadonlyMap<string, number> =>
  new Map(vocabulary.map((word, index) => [word, index]));

/** A text as so many word indices: padded or cut at the front, as Keras's `pad_sequences` does. */
export function encoded(words: readonly string[], indices: ReadonlyMap<string, number>, length: number) {
  const kept = words.slice(-length);
  const row = new Float32Array(length);
  kept.forEach((word, place) => {
    row[length - kept.length + place] = indices.get(word) ?? unknownWord;
  });
  return row;
}

/** The words of a row of indices, fillers left out. */
export function decoded(row: ArrayLike<number>, vocabulary: readonly string[]): readonly string[] {
  return Array.from(row)
    .filter((index) => index !== padding)
    .map((index) => vocabulary[index] ?? reserved[unknownWord]!);
}

/** All texts one after the other, `texts.length × length`. */
export function encodedAll(
  texts: readonly (readonly string[])[],
  vocabulary: readonly string[],
  length: number,
): Float32Array<ArrayBuffer> {
  const indices = indicesOf(vocabulary);
  const values = new Float32Array(texts.length * length);
  texts.forEach((words, text) => values.set(encoded(words, indices, length), text * length));
  return values;
}

/** Words of each text, fillers left out; a text that was cut counts as long as it was kept. */
export function lengthsOf({ values, shape }: Pick<Dataset, 'values' | 'shape'>): readonly number[] {
  const [longest = 1] = shape;
  return Array.from({ length: values.length / longest }, (_, text) => {
    const row = Array.from(values.subarray(text * longest, (text + 1) * longest));
    return row.filter((index) => index !== padding).length;
  });
}

/** Mean and median of some lengths, and how many fall into each of `bins` equal ranges from 0 to the longest. */
export function histogramOf(lengths: readonly number[], bins = 20) {
  const sorted = lengths.toSorted((a, b) => a - b);
  const longest = sorted.at(-1) ?? 0;
  const counts = Array.from({ length: bins }, () => 0);
  for (const length of sorted) counts[Math.min(bins - 1, Math.floor((length / Math.max(1, longest)) * bins))]! += 1;
  const middle = sorted.length / 2;
  const median = ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  const mean = sorted.reduce((sum, length) => sum + length, 0) / Math.max(1, sorted.length);
  return { counts, longest, mean, median };
}
