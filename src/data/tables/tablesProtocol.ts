import type { Dataset, DatasetFacts } from '../dataset';
import type { TableToRead } from './readTable';
import type { Said, Survey } from './survey';
import type { TableTrouble } from './tableTrouble';

/** What the page sends to the tables' worker: a file to look through, one to read and keep, or which kept dataset it wants. */
export type ToTables =
  | { readonly type: 'survey'; readonly file: File; readonly said: Said }
  | { readonly type: 'read'; readonly table: TableToRead }
  | { readonly type: 'load'; readonly project: string; readonly id: string };

export type FromTables =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'surveyed'; readonly survey: Survey }
  | { readonly type: 'done'; readonly facts: DatasetFacts }
  /** Null where it is not kept, or damaged. */
  | { readonly type: 'loaded'; readonly dataset: Dataset | null }
  | { readonly type: 'failed'; readonly trouble: TableTrouble };
