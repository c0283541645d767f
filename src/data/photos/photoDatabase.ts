import { type DBSchema, databaseOf } from '../../storage/database';
import { type Form, looksLike } from '../../storage/looksLike';
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

const setForm: Form = {
  id: 'string',
  classes: ['string'],
  photos: [{ path: 'string', hash: 'string', width: 'number', height: 'number', label: 'number', part: 'string' }],
  leftOut: [{ path: 'string', reason: 'string' }],
};

/** Sets in IndexedDB, and files where there is no private file system. */
export function photoDatabase(name = 'deepbrick-photos'): { readonly sets: PhotoSets; readonly files: PhotoFiles } {
  const database = databaseOf<Schema>(name, 1, (fresh) => {
    fresh.createObjectStore('sets', { keyPath: ['project', 'id'] }).createIndex('project', 'project');
    fresh.createObjectStore('files', { keyPath: ['project', 'name'] }).createIndex('project', 'project');
  });
  const projectsOf = async (store: 'sets' | 'files') => [
    ...new Set((await database.use((connection) => connection.getAllKeys(store))).map(([project]) => project)),
  ];
  return {
    sets: {
      async list(project) {
        const found = await database.use((connection) => connection.getAllFromIndex('sets', 'project', project));
        // A set that cannot be read is left out; the others are shown.
        return found.map(({ set }) => set).filter((set) => looksLike(set, setForm));
      },
      save: (project, set) =>
        database.use(async (connection) => void (await connection.put('sets', { project, id: set.id, set }))),
      forget: (project, id) => database.use((connection) => connection.delete('sets', [project, id])),
      projects: () => projectsOf('sets'),
    },
    files: {
      async read(project, name) {
        const found = await database.use((connection) => connection.get('files', [project, name]));
        return looksLike(found, { file: 'bytes' }) ? found!.file : null;
      },
      write: (project, name, file) =>
        database.use(async (connection) => void (await connection.put('files', { project, name, file }))),
      remove: (project, name) => database.use((connection) => connection.delete('files', [project, name])),
      names: async (project) =>
        (await database.use((connection) => connection.getAllKeysFromIndex('files', 'project', project))).map(
          ([, name]) => name,
        ),
      projects: () => projectsOf('files'),
      removeProject: (project) =>
        database.use(async (connection) => {
          const change = connection.transaction('files', 'readwrite');
          for (const key of await change.store.index('project').getAllKeys(project)) await change.store.delete(key);
          await change.done;
        }),
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
