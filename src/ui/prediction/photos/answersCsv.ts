import Papa from 'papaparse';
import { topAnswers } from '../../samples/topAnswers';

interface Row {
  readonly name: string;
  /** Values of the model's first output; null for a file that is no picture. */
  readonly values: ArrayLike<number> | null;
}

/**
 * A table of photos and their likeliest classes: `photo, class 1, share 1, …`. Shares are 0 … 1 with six digits. Texts
 * that a spreadsheet would take for a formula get a `'` before them.
 */
export function answersCsv(
  rows: readonly Row[],
  count: number,
  nameOf: (index: number) => string,
  words: { readonly photo: string; readonly class: (rank: number) => string; readonly share: (rank: number) => string },
): string {
  const most = Math.max(
    0,
    ...rows.map(({ values }) => (values === null ? 0 : topAnswers(values, count).answers.length)),
  );
  const ranks = Array.from({ length: most }, (_, rank) => rank + 1);
  const fields = [words.photo, ...ranks.flatMap((rank) => [words.class(rank), words.share(rank)])];
  const data = rows.map(({ name, values }) => [
    name,
    ...(values === null ? [] : topAnswers(values, count).answers).flatMap(({ index, value }) => [
      nameOf(index),
      value.toFixed(6),
    ]),
  ]);
  return Papa.unparse({ fields, data }, { escapeFormulae: true });
}
