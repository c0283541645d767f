import Papa from 'papaparse';
import { TableError } from './tableTrouble';

export interface Reading {
  /** Share of the file that has been read, 0 … 1. */
  progress(share: number): void;
  readonly signal: AbortSignal;
}

/** Bytes read at once: a page stays alive between the pieces. */
const pieceSize = 2 ** 19;

/**
 * The rows of a table with commas, semicolons or tabs; empty lines are left out. Rejects with `TableError`, or with the
 * signal's reason when it was cancelled.
 */
export function readRows(source: File | string, tabs: boolean, { progress, signal }: Reading): Promise<string[][]> {
  const size = typeof source === 'string' ? source.length : source.size;
  const rows: string[][] = [];
  return new Promise((resolve, reject) => {
    const settings = {
      skipEmptyLines: 'greedy' as const,
      // A tab separates, and a quotation mark is only a mark: that is how texts are mostly kept.
      ...(tabs ? { delimiter: '\t', quoteChar: '\0' } : {}),
      chunkSize: pieceSize,
      chunk({ data, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        for (const row of data) rows.push(row);
        progress(size === 0 ? 1 : Math.min(1, meta.cursor / size));
        if (signal.aborted) parser.abort();
      },
      complete() {
        if (signal.aborted) reject(signal.reason);
        else resolve(rows);
      },
      error(error: Error) {
        reject(new TableError({ code: 'unreadable', detail: error.message }));
      },
    };
    if (typeof source === 'string') Papa.parse<string[]>(source, settings);
    else Papa.parse<string[], File>(source, settings);
  });
}
