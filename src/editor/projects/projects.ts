import type { StoreApi } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import type { ParseTrouble } from '../../document/reading/parseTrouble';

export interface ProjectEntry {
  readonly id: string;
  readonly title: string;
  /** ISO time of the last change. */
  readonly changed: string;
  readonly bricks: number;
}

export interface ProjectsState {
  readonly ready: boolean;
  readonly current: string | null;
  readonly list: readonly ProjectEntry[];
  readonly saving: 'saved' | 'saving' | 'failed';
  /** `full`: the disk quota is used up; `unavailable`: the browser gives no storage (private mode). */
  readonly failure: 'full' | 'unavailable' | null;
  /** The same project is open in another tab: this one does not save over it. */
  readonly elsewhere: boolean;
  /** The last project that could not be opened, and why. */
  readonly unreadable: ParseTrouble | null;
}

/** Projects in IndexedDB: autosave at once on every change, list, and all that is done with whole projects. */
export interface Projects {
  readonly store: StoreApi<ProjectsState>;
  /** Opens the last project, or makes one from `first` when there is none. */
  start(first: () => Document): Promise<void>;
  create(document: Document): Promise<string>;
  open(id: string): Promise<void>;
  duplicate(id: string): Promise<string>;
  rename(id: string, title: string): Promise<void>;
  /** Deletes; the answer brings it back. */
  remove(id: string): Promise<() => Promise<void>>;
  read(id: string): Promise<Document | null>;
  /** Which of these are no projects (any more); none where there is no storage to know it from. */
  gone(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * When the project is open elsewhere: goes on in this tab as a copy of its own, or with what was saved last, taking the
   * project from the other tab. A change in this tab makes a copy by itself.
   */
  takeOver(how: 'copy' | 'reload'): Promise<void>;
}
