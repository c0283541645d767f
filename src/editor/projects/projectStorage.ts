import * as z from 'zod/mini';
import { type DBSchema, databaseOf } from '../../storage/database';
import type { ProjectEntry } from './projects';

/** What is kept of a project beside its document. `revision` counts its changes, so that two tabs notice each other's. */
export interface StoredEntry extends ProjectEntry {
  readonly revision: number;
}

/** Projects as the database keeps them; every method rejects with the browser's own error. */
export interface ProjectStorage {
  /** The entries that can be read. */
  entries(): Promise<readonly StoredEntry[]>;
  /** Projects without an entry that can be read: it is damaged, or only the document is there. */
  damaged(): Promise<readonly string[]>;
  entry(id: string): Promise<StoredEntry | null>;
  /** The document as it was saved, unchecked; undefined when there is none. */
  document(id: string): Promise<unknown>;
  /** All that there is of a project, unchecked. */
  whole(id: string): Promise<StoredProject>;
  /** Entry and document together, or neither. */
  save(entry: StoredEntry, document: unknown): Promise<void>;
  /** Puts back what `whole` gave out. */
  restore(id: string, project: StoredProject): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What the database has of a project, unchecked; undefined where it has nothing. */
export interface StoredProject {
  readonly entry: unknown;
  readonly document: unknown;
}

interface Schema extends DBSchema {
  entries: { key: IDBValidKey; value: StoredEntry };
  documents: { key: IDBValidKey; value: unknown };
}

const entrySchema = z.object({
  id: z.string(),
  title: z.string(),
  changed: z.string(),
  bricks: z.number(),
  revision: z.int().check(z.gte(0)),
});

function entryOf(stored: unknown): StoredEntry | null {
  const parsed = entrySchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** Ours are texts; whatever else lies there gets a text by which it can be named. */
const idOf = (key: IDBValidKey) => (typeof key === 'string' ? key : `key ${JSON.stringify(key)}`);

/** Opens the database of projects (IndexedDB). Rejects where the browser gives no storage. */
export async function openProjectStorage(name = 'deepbrick-projects'): Promise<ProjectStorage> {
  const database = databaseOf<Schema>(name, 1, (fresh) => {
    fresh.createObjectStore('entries', { keyPath: 'id' });
    fresh.createObjectStore('documents');
  });
  const keys = (store: 'entries' | 'documents') => database.use((connection) => connection.getAllKeys(store));
  const entryAt = (key: IDBValidKey) => database.use((connection) => connection.get('entries', key));
  const readable = async (): Promise<readonly StoredEntry[]> => {
    let found: readonly unknown[];
    try {
      found = await database.use((connection) => connection.getAll('entries'));
    } catch {
      // One that the browser does not give out hides no other: each on its own.
      const read = await Promise.allSettled((await keys('entries')).map(entryAt));
      found = read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    }
    return found.map(entryOf).filter((entry) => entry !== null);
  };
  const keyOf = async (id: string): Promise<IDBValidKey> => {
    if (!id.startsWith('key ')) return id;
    return [...(await keys('entries')), ...(await keys('documents'))].find((key) => idOf(key) === id) ?? id;
  };
  // Where there is no storage, that is known at once.
  await keys('entries');
  return {
    entries: readable,
    async damaged() {
      const whole = new Set((await readable()).map(({ id }) => id));
      const all = [...(await keys('entries')), ...(await keys('documents'))].map(idOf);
      return [...new Set(all)].filter((id) => !whole.has(id));
    },
    entry: async (id) => entryOf(await entryAt(await keyOf(id))),
    async document(id) {
      const key = await keyOf(id);
      return database.use((connection) => connection.get('documents', key));
    },
    async whole(id) {
      const key = await keyOf(id);
      return database.use(async (connection) => ({
        entry: await connection.get('entries', key),
        document: await connection.get('documents', key),
      }));
    },
    save: (entry, document) =>
      database.use(async (connection) => {
        const change = connection.transaction(['entries', 'documents'], 'readwrite');
        await Promise.all([
          change.objectStore('entries').put(entry),
          change.objectStore('documents').put(document, entry.id),
          change.done,
        ]);
      }),
    async restore(id, { entry, document }) {
      const key = await keyOf(id);
      await database.use(async (connection) => {
        const change = connection.transaction(['entries', 'documents'], 'readwrite');
        // As it came out of there, it goes in again.
        await Promise.all([
          entry === undefined ? null : change.objectStore('entries').put(entry as StoredEntry),
          document === undefined ? null : change.objectStore('documents').put(document, key),
          change.done,
        ]);
      });
    },
    async remove(id) {
      const key = await keyOf(id);
      await database.use(async (connection) => {
        const change = connection.transaction(['entries', 'documents'], 'readwrite');
        await Promise.all([
          change.objectStore('entries').delete(key),
          change.objectStore('documents').delete(key),
          change.done,
        ]);
      });
    },
  };
}

/** Which of `ids` are neither stored nor the `open` one; none where there is no storage to know it from. */
export async function goneFrom(
  storage: ProjectStorage | null,
  open: string | null,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (storage === null) return [];
  const stored = new Set([...(await storage.entries()).map(({ id }) => id), ...(await storage.damaged())]);
  return ids.filter((id) => !stored.has(id) && id !== open);
}
