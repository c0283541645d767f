import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Dataset, type DatasetFacts, factsOf } from './dataset';

/** Where datasets made of somebody's own files lie, by project; they outlive the page. */
export interface OwnDatasets {
  list(project: string): Promise<readonly DatasetFacts[]>;
  load(project: string, id: string): Promise<Dataset | null>;
  save(project: string, dataset: Dataset): Promise<void>;
  forget(project: string, id: string): Promise<void>;
}

interface Schema extends DBSchema {
  facts: {
    key: [string, string];
    value: { project: string; id: string; facts: DatasetFacts };
    indexes: { project: string };
  };
  datasets: { key: [string, string]; value: { project: string; id: string; dataset: Dataset } };
}

/** In IndexedDB; a full disk rejects with a `QuotaExceededError`. */
export function indexedDbDatasets(name = 'deepbrick-data'): OwnDatasets {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () =>
    (opened ??= openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('facts', { keyPath: ['project', 'id'] }).createIndex('project', 'project');
        fresh.createObjectStore('datasets', { keyPath: ['project', 'id'] });
      },
    }));
  return {
    async list(project) {
      const found = await (await database()).getAllFromIndex('facts', 'project', project);
      return found.map(({ facts }) => facts);
    },
    async load(project, id) {
      return (await (await database()).get('datasets', [project, id]))?.dataset ?? null;
    },
    async save(project, dataset) {
      const { id } = dataset;
      const both = (await database()).transaction(['facts', 'datasets'], 'readwrite');
      await Promise.all([
        both.objectStore('datasets').put({ project, id, dataset }),
        both.objectStore('facts').put({ project, id, facts: factsOf(dataset) }),
        both.done,
      ]);
    },
    async forget(project, id) {
      const both = (await database()).transaction(['facts', 'datasets'], 'readwrite');
      await Promise.all([
        both.objectStore('datasets').delete([project, id]),
        both.objectStore('facts').delete([project, id]),
        both.done,
      ]);
    },
  };
}

/** For browsers that give no storage, and for Node: kept as long as the program runs. */
export function memoryDatasets(): OwnDatasets {
  const kept = new Map<string, Dataset>();
  const key = (project: string, id: string) => JSON.stringify([project, id]);
  return {
    list: async (project) =>
      [...kept].filter(([name, { id }]) => name === key(project, id)).map(([, dataset]) => factsOf(dataset)),
    load: async (project, id) => kept.get(key(project, id)) ?? null,
    save: async (project, dataset) => void kept.set(key(project, dataset.id), dataset),
    forget: async (project, id) => void kept.delete(key(project, id)),
  };
}
