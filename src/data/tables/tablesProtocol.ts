import type { Dataset, DatasetFacts } from '../dataset';
import type { TableToRead } from './readTable';
import type { TableTrouble } from './tableTrouble';

/** What the page sends to the tables' worker: a file to read and keep, or which kept dataset it wants. */
export type ToTables =
  | { readonly type: 'read'; readonly table: TableToRead }
  | { readonly type: 'load'; readonly project: string; readonly id: string };

export type FromTables =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly facts: DatasetFacts }
  /** Null where it is not kept, or damaged. */
  | { readonly type: 'loaded'; readonly dataset: Dataset | null }
  | { readonly type: 'failed'; readonly trouble: TableTrouble };
