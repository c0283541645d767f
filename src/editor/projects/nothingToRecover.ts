import type { Document } from '../../document/document';
import type { ProjectStorage, StoredEntry } from './projectStorage';
import type { ProjectTrouble } from './projectTrouble';

/** A change that is still only in the small memory: the database had no room for it. */
export interface PendingChange {
  readonly document: Document;
  readonly entry: StoredEntry;
}

/** What a page that was closed could not write any more, apart from what can be read now. */
export interface Recovery {
  /** By project; opened instead of what the database has. */
  readonly pending: ReadonlyMap<string, PendingChange>;
  /** In no form that can be read. */
  readonly leftovers: ReadonlyMap<string, { readonly title: string; readonly trouble: ProjectTrouble }>;
  /** Brings changes into the database, each on its own; those that it has no room for stay pending. */
  bring(storage: ProjectStorage): Promise<void>;
  /** The change is in the database, or in the small memory under this project's own name. */
  written(project: string): void;
  /** The text of a leftover; null where there is none of this id. */
  text(id: string): string | null;
  /** Deletes a leftover; the answer brings it back. */
  forget(id: string): () => void;
}

/** The usual case: every page was closed with everything saved. */
export const nothingToRecover: Recovery = {
  pending: new Map(),
  leftovers: new Map(),
  bring: async () => undefined,
  written: () => undefined,
  text: () => null,
  forget: () => () => undefined,
};
