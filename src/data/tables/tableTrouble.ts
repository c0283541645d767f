import type { NotText } from './reading/notText';

/** Why a file does not become a dataset; the sentence is made in `src/i18n/troubles/tableTrouble.ts`. Rows count from 1, the header included. */
export type TableTrouble =
  | { readonly code: 'empty' }
  | { readonly code: 'oneColumn' }
  /** No column is left to learn from. */
  | { readonly code: 'noFeatures' }
  | { readonly code: 'notText'; readonly is: NotText }
  | { readonly code: 'tooFewRows'; readonly rows: number; readonly needed: number }
  | { readonly code: 'raggedRow'; readonly row: number; readonly expected: number; readonly got: number }
  | { readonly code: 'notJson'; readonly row: number }
  | {
      readonly code: 'textCell' | 'infiniteCell';
      readonly row: number;
      readonly column: string;
      readonly value: string;
    }
  | { readonly code: 'emptyCell'; readonly row: number; readonly column: string }
  | { readonly code: 'tooManyCategories'; readonly column: string; readonly most: number }
  /** Rows of the same group stay together, and each part needs one. */
  | { readonly code: 'tooFewGroups'; readonly groups: number; readonly needed: number }
  | { readonly code: 'tooLarge'; readonly values: number; readonly most: number }
  | { readonly code: 'oneClass'; readonly label: string }
  | { readonly code: 'tooManyClasses'; readonly classes: number; readonly most: number }
  /** What was kept of it cannot be read back. */
  | { readonly code: 'damaged' }
  | { readonly code: 'storageFull' }
  | { readonly code: 'unreadable'; readonly detail: string };

/** Thrown while a file is read. */
export class TableError extends Error {
  override readonly name = 'TableError';
  constructor(readonly trouble: TableTrouble) {
    super(trouble.code);
  }
}

/** What a failure while a file is read and kept comes from. */
export function tableTroubleOf(error: unknown): TableTrouble {
  if (error instanceof TableError) return error.trouble;
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { code: 'storageFull' };
  return { code: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
}
