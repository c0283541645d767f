import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { PhotoFiles } from './photoFiles';
import type { PhotoSet } from './photos';

/** The sets of photos of each project, without their files. */
export interface PhotoSets {
  list(project: string): Promise<readonly PhotoSet[]>;
  save(project: string, set: PhotoSet): Promise<void>;
  forget(project: string, id: string): Promise<void>;
  /** Projects that have any set. */
  projects(): Promise<readonly string[]>;
}

interface Schema extends DBSchema {
  sets: { key: [string, string]; value: { project: string; id: string; set: PhotoSet }; indexes: { project: string } };
  files: {
    key: [string, string];
    value: { project: string; name: string; file: Blob };
    indexes: { project: string };
  };
}

/** Sets in IndexedDB, and files where there is no private file system. */
export function photoDatabase(name = 'deepbrick-photos'): { readonly sets: PhotoSets; readonly files: PhotoFiles } {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () =>
    (opened ??= openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('sets', { keyPath: ['project', 'id'] }).createIndex('project', 'project');
        fresh.createObjectStore('files', { keyPath: ['project', 'name'] }).createIndex('project', 'project');
      },
    }));
  const projectsOf = async (store: 'sets' | 'files') => [
    ...new Set((await (await database()).getAllKeys(store)).map(([project]) => project)),
  ];
  return {
    sets: {
      list: async (project) =>
        (await (await database()).getAllFromIndex('sets', 'project', project)).map(({ set }) => set),
      save: async (project, set) => void (await (await database()).put('sets', { project, id: set.id, set })),
      forget: async (project, id) => (await database()).delete('sets', [project, id]),
      projects: () => projectsOf('sets'),
    },
    files: {
      read: async (project, name) => (await (await database()).get('files', [project, name]))?.file ?? null,
      write: async (project, name, file) => void (await (await database()).put('files', { project, name, file })),
      remove: async (project, name) => (await database()).delete('files', [project, name]),
      names: async (project) =>
        (await (await database()).getAllKeysFromIndex('files', 'project', project)).map(([, name]) => name),
      projects: () => projectsOf('files'),
      async removeProject(project) {
        const change = (await database()).transaction('files', 'readwrite');
        for (const key of await change.store.index('project').getAllKeys(project)) await change.store.delete(key);
        await change.done;
      },
    },
  };
}

/** For browsers that give no storage, and for Node: kept as long as the program runs. */
export function memorySets(): PhotoSets {
  const kept = new Map<string, Map<string, PhotoSet>>();
  const of = (project: string) => kept.get(project) ?? new Map<string, PhotoSet>();
  return {
    list: async (project) => [...of(project).values()],
    save: async (project, set) => void kept.set(project, of(project).set(set.id, set)),
    forget: async (project, id) => void of(project).delete(id),
    projects: async () => [...kept].filter(([, sets]) => sets.size > 0).map(([project]) => project),
  };
}
