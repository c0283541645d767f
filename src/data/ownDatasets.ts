import { type DBSchema, databaseOf } from '../storage/database';
import { type Form, looksLike } from '../storage/looksLike';
import { type Dataset, type DatasetFacts, factsOf, sampleSize } from './dataset';

/** Where datasets made of somebody's own files lie, by project; they outlive the page. */
export interface OwnDatasets {
  list(project: string): Promise<readonly DatasetFacts[]>;
  /** Ids of those that are kept but cannot be read. */
  damaged(project: string): Promise<readonly string[]>;
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

const common = { id: 'string', kind: 'string', shape: ['number'], count: 'number', validation: 'number' } as const;
const factsForm: Form = { ...common, target: { kind: 'string' } };
const datasetForm: Form = { ...common, values: 'bytes', target: { kind: 'string' } };

/** As many values and answers as samples, or a part would be taken for the whole. */
function isWhole({ values, shape, count, target }: Dataset): boolean {
  if (values.length !== count * sampleSize(shape)) return false;
  return target.kind === 'classes'
    ? target.labels?.length === count && Array.isArray(target.classes)
    : Array.isArray(target.names) && target.values?.length === count * target.names.length;
}

/** In IndexedDB; what cannot be read is left out. A full disk rejects with a `QuotaExceededError`. */
export function indexedDbDatasets(name = 'deepbrick-data'): OwnDatasets {
  const database = databaseOf<Schema>(name, 1, (fresh) => {
    fresh.createObjectStore('facts', { keyPath: ['project', 'id'] }).createIndex('project', 'project');
    fresh.createObjectStore('datasets', { keyPath: ['project', 'id'] });
  });
  return {
    async list(project) {
      const found = await database.use((connection) => connection.getAllFromIndex('facts', 'project', project));
      return found.map(({ facts }) => facts).filter((facts) => looksLike(facts, factsForm));
    },
    async load(project, id) {
      const found = await database.use((connection) => connection.get('datasets', [project, id]));
      return looksLike(found, { dataset: datasetForm }) && isWhole(found!.dataset) ? found!.dataset : null;
    },
    async damaged(project) {
      const found = await database.use((connection) => connection.getAllFromIndex('facts', 'project', project));
      return found.filter(({ facts }) => !looksLike(facts, factsForm)).map(({ id }) => id);
    },
    save: (project, dataset) =>
      database.use(async (connection) => {
        const { id } = dataset;
        const both = connection.transaction(['facts', 'datasets'], 'readwrite');
        await Promise.all([
          both.objectStore('datasets').put({ project, id, dataset }),
          both.objectStore('facts').put({ project, id, facts: factsOf(dataset) }),
          both.done,
        ]);
      }),
    forget: (project, id) =>
      database.use(async (connection) => {
        const both = connection.transaction(['facts', 'datasets'], 'readwrite');
        await Promise.all([
          both.objectStore('datasets').delete([project, id]),
          both.objectStore('facts').delete([project, id]),
          both.done,
        ]);
      }),
  };
}

/** For browsers that give no storage, and for Node: kept as long as the program runs. */
export function memoryDatasets(): OwnDatasets {
  const kept = new Map<string, Dataset>();
  const key = (project: string, id: string) => JSON.stringify([project, id]);
  return {
    list: async (project) =>
      [...kept].filter(([name, { id }]) => name === key(project, id)).map(([, dataset]) => factsOf(dataset)),
    damaged: async () => [],
    load: async (project, id) => kept.get(key(project, id)) ?? null,
    save: async (project, dataset) => void kept.set(key(project, dataset.id), dataset),
    forget: async (project, id) => void kept.delete(key(project, id)),
  };
}
