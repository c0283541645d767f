import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Checkpoint, Run } from './protocol';

/** Where checkpoints and run histories lie; they outlive the page. */
export interface CheckpointStore {
  save(checkpoint: Checkpoint): Promise<void>;
  load(project: string): Promise<Checkpoint | null>;
  saveRun(project: string, run: Run): Promise<void>;
  /** Runs of a project, newest first. */
  runs(project: string): Promise<readonly Run[]>;
  /** One run, or all of the project with its checkpoint. */
  forget(project: string, run: string | null): Promise<void>;
}

interface Schema extends DBSchema {
  checkpoints: { key: string; value: Checkpoint };
  runs: { key: [string, string]; value: { project: string; id: string; run: Run }; indexes: { project: string } };
}

const newestFirst = (runs: Run[]) => runs.sort((a, b) => b.started.localeCompare(a.started));

/** In IndexedDB; a full disk rejects with a `QuotaExceededError`. */
export function indexedDbCheckpoints(name = 'deepbrick-engine'): CheckpointStore {
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const database = () =>
    (opened ??= openDB<Schema>(name, 1, {
      upgrade(fresh) {
        fresh.createObjectStore('checkpoints', { keyPath: 'project' });
        fresh.createObjectStore('runs', { keyPath: ['project', 'id'] }).createIndex('project', 'project');
      },
    }));
  return {
    async save(checkpoint) {
      await (await database()).put('checkpoints', checkpoint);
    },
    async load(project) {
      return (await (await database()).get('checkpoints', project)) ?? null;
    },
    async saveRun(project, run) {
      await (await database()).put('runs', { project, id: run.id, run });
    },
    async runs(project) {
      const found = await (await database()).getAllFromIndex('runs', 'project', project);
      return newestFirst(found.map(({ run }) => run));
    },
    async forget(project, run) {
      const connection = await database();
      if (run !== null) {
        await connection.delete('runs', [project, run]);
        return;
      }
      await connection.delete('checkpoints', project);
      for (const key of await connection.getAllKeysFromIndex('runs', 'project', project)) {
        await connection.delete('runs', key);
      }
    },
  };
}

/** For browsers that give no storage, and for Node: kept as long as the program runs. */
export function memoryCheckpoints(): CheckpointStore {
  const checkpoints = new Map<string, Checkpoint>();
  const histories = new Map<string, Map<string, Run>>();
  return {
    save: async (checkpoint) => void checkpoints.set(checkpoint.project, checkpoint),
    load: async (project) => checkpoints.get(project) ?? null,
    async saveRun(project, run) {
      const history = histories.get(project) ?? new Map<string, Run>();
      histories.set(project, history.set(run.id, run));
    },
    runs: async (project) => newestFirst([...(histories.get(project)?.values() ?? [])]),
    async forget(project, run) {
      if (run !== null) {
        histories.get(project)?.delete(run);
        return;
      }
      histories.delete(project);
      checkpoints.delete(project);
    },
  };
}

/** Bytes a checkpoint needs on disk, for the message when there are not as many. */
export function bytesOf({ weights, optimizer }: Checkpoint): number {
  const all = [...Object.values(weights), ...Object.values(optimizer.state)];
  return all.reduce((sum, { values }) => sum + values.byteLength, 0);
}
