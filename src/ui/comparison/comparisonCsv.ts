import Papa from 'papaparse';

/** One answer of one model to one photo. */
export interface ComparisonRow {
  readonly photo: string;
  readonly model: string;
  /** 1 for the likeliest. */
  readonly rank: number;
  readonly class: string;
  /** 0 … 1. */
  readonly share: number;
  readonly milliseconds: number;
}

interface Heads {
  readonly photo: string;
  readonly model: string;
  readonly rank: string;
  readonly class: string;
  readonly share: string;
}

/** All answers as a table, one row each. Texts that a spreadsheet would take for a formula get a `'` before them. */
export function comparisonCsv(rows: readonly ComparisonRow[], heads: Heads): string {
  const fields = [heads.photo, heads.model, heads.rank, heads.class, heads.share, 'ms'];
  const data = rows.map((row) => [
    row.photo,
    row.model,
    row.rank,
    row.class,
    row.share.toFixed(6),
    row.milliseconds.toFixed(1),
  ]);
  return Papa.unparse({ fields, data }, { escapeFormulae: true });
}
