import type { DatasetFacts } from '../dataset';
import type { TableToRead } from './readTable';
import type { TableTrouble } from './tableTrouble';

/** What the page sends to the tables' worker: one file. */
export type ToTables = TableToRead;

export type FromTables =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly facts: DatasetFacts }
  | { readonly type: 'failed'; readonly trouble: TableTrouble };
