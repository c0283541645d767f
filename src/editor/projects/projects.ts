import type { StoreApi } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import type { ProjectTrouble, UnreadProject } from './projectTrouble';

export interface ProjectEntry {
  readonly id: string;
  readonly title: string;
  /** ISO time of the last change; empty where it is not known. */
  readonly changed: string;
  readonly bricks: number;
}

export interface ProjectsState {
  readonly current: string | null;
  readonly list: readonly ProjectEntry[];
  /** Projects of the list that cannot be opened, and why, as far as they were looked at. */
  readonly troubles: Readonly<Record<string, ProjectTrouble>>;
  /** Projects that another tab has open. */
  readonly openElsewhere: readonly string[];
  readonly saving: 'saved' | 'saving' | 'failed';
  /**
   * `full`: the disk quota is used up; `unavailable`: the browser gives no storage (private mode); `newer`: a newer
   * DeepBrick has changed the storage.
   */
  readonly failure: 'full' | 'unavailable' | 'newer' | null;
  /** The same project is open in another tab: this one does not save over it. */
  readonly elsewhere: boolean;
  /** Another tab deleted the open project: what is on the canvas is in no list. */
  readonly deleted: boolean;
  /** What was to be opened last and could not be. */
  readonly unread: readonly UnreadProject[];
}

/** Before anything was read. */
export const atFirst: ProjectsState = {
  current: null,
  list: [],
  troubles: {},
  openElsewhere: [],
  saving: 'saved',
  failure: null,
  elsewhere: false,
  deleted: false,
  unread: [],
};

export interface Start {
  readonly wanted?: Document | null;
  /** Called as soon as a project is on the canvas; a new one is saved after it. */
  readonly onShown?: () => void;
}

/** Projects in IndexedDB: autosave at once on every change, list, and all that is done with whole projects. */
export interface Projects {
  readonly store: StoreApi<ProjectsState>;
  /** Makes a project of what is wanted, else opens the last that can be read, else makes one from `first`. */
  start(first: () => Document, start?: Start): Promise<void>;
  create(document: Document): Promise<string>;
  open(id: string): Promise<void>;
  duplicate(id: string): Promise<string>;
  rename(id: string, title: string): Promise<void>;
  /** Deletes; the answer brings it back. */
  remove(id: string): Promise<() => Promise<void>>;
  read(id: string): Promise<Document | null>;
  /** Looks at every project of the list: which cannot be read, and which another tab has open. */
  inspect(): Promise<void>;
  /** What there is of a project, as text, however damaged it is; null where there is nothing. */
  salvage(id: string): Promise<string | null>;
  /** Which of these are no projects (any more); none where there is no storage to know it from. */
  gone(ids: readonly string[]): Promise<readonly string[]>;
  /**
   * When the project is open elsewhere or was deleted there: goes on in this tab as a project of its own, or with what was
   * saved last, taking the project from the other tab. A change in this tab makes a copy by itself.
   */
  takeOver(how: 'copy' | 'reload'): Promise<void>;
}
