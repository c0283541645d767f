import { type IDBPDatabase, openDB } from 'idb';
import type { ProjectEntry } from './projects';

/** What is kept of a project beside its document. `revision` counts its changes, so that two tabs notice each other's. */
export interface StoredEntry extends ProjectEntry {
  readonly revision: number;
}

/** Projects as the database keeps them; every method rejects with the browser's own error. */
export interface ProjectStorage {
  entries(): Promise<readonly StoredEntry[]>;
  /** The document as it was saved, unchecked; undefined when there is none. */
  document(id: string): Promise<unknown>;
  /** Entry and document together, or neither. */
  save(entry: StoredEntry, document: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Opens the database of projects (IndexedDB). Rejects where the browser gives no storage. */
export async function openProjectStorage(name = 'deepbrick-projects'): Promise<ProjectStorage> {
  const database: IDBPDatabase = await openDB(name, 1, {
    upgrade(fresh) {
      fresh.createObjectStore('entries', { keyPath: 'id' });
      fresh.createObjectStore('documents');
    },
  });
  return {
    entries: () => database.getAll('entries') as Promise<StoredEntry[]>,
    document: (id) => database.get('documents', id) as Promise<unknown>,
    async save(entry, document) {
      const change = database.transaction(['entries', 'documents'], 'readwrite');
      await Promise.all([
        change.objectStore('entries').put(entry),
        change.objectStore('documents').put(document, entry.id),
        change.done,
      ]);
    },
    async remove(id) {
      const change = database.transaction(['entries', 'documents'], 'readwrite');
      await Promise.all([
        change.objectStore('entries').delete(id),
        change.objectStore('documents').delete(id),
        change.done,
      ]);
    },
  };
}

/** Which of `ids` are neither stored nor the `open` one; none where there is no storage to know it from. */
export async function goneFrom(
  storage: ProjectStorage | null,
  open: string | null,
  ids: readonly string[],
): Promise<readonly string[]> {
  const stored = (await storage?.entries())?.map(({ id }) => id);
  return stored ? ids.filter((id) => !stored.includes(id) && id !== open) : [];
}
