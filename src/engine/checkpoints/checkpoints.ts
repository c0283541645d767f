import { type DBSchema, databaseOf } from '../../storage/database';
import { looksLike } from '../../storage/looksLike';
import { checkpointForm, placesForm, runForm, startForm, wholeTensors } from './storedForms';
import type { Checkpoint, ImportedStart, StillWeights } from './checkpoint';
import type { Run } from '../protocol/run';

/** Where checkpoints and run histories lie; they outlive the page. */
export interface CheckpointStore {
  /** Weights that stay as they are take room, and time, only when they are new. */
  save(checkpoint: Checkpoint): Promise<void>;
  /** Null where there is none; `damaged` where there is one that cannot be read. */
  load(project: string): Promise<Checkpoint | 'damaged' | null>;
  /** The model starts from a file now: what it had learned before is no longer its state. */
  saveStart(project: string, start: ImportedStart): Promise<void>;
  /** Null where there is none; `damaged` where there is one that cannot be read. */
  start(project: string): Promise<ImportedStart | 'damaged' | null>;
  saveRun(project: string, run: Run): Promise<void>;
  /** Runs of a project, newest first. */
  runs(project: string): Promise<readonly Run[]>;
  /** One run, or everything of the project. */
  forget(project: string, run: string | null): Promise<void>;
  /** Projects of which anything is kept. */
  projects(): Promise<readonly string[]>;
}

interface Schema extends DBSchema {
  /** Before version 2 all weights were in the checkpoint. */
  checkpoints: { key: string; value: Omit<Checkpoint, 'still'> & { still?: string } };
  still: { key: [string, string]; value: StillWeights & { project: string } };
  starts: { key: string; value: ImportedStart & { project: string } };
  runs: { key: [string, string]; value: { project: string; id: string; run: Run }; indexes: { project: string } };
}

const newestFirst = (runs: Run[]) => runs.sort((a, b) => b.started.localeCompare(a.started));
const none: StillWeights = { id: '', weights: {} };
const allOf = (project: string) => IDBKeyRange.bound([project], [project, []]);

/** In IndexedDB; a full disk rejects with a `QuotaExceededError`, and what was saved before is still there. */
export function indexedDbCheckpoints(name = 'deepbrick-engine'): CheckpointStore {
  const database = databaseOf<Schema>(name, 2, (fresh, before) => {
    if (before < 1) {
      fresh.createObjectStore('checkpoints', { keyPath: 'project' });
      fresh.createObjectStore('runs', { keyPath: ['project', 'id'] }).createIndex('project', 'project');
    }
    fresh.createObjectStore('still', { keyPath: ['project', 'id'] });
    fresh.createObjectStore('starts', { keyPath: 'project' });
  });
  return {
    save: ({ still, ...checkpoint }) =>
      database.use(async (connection) => {
        const { project } = checkpoint;
        const change = connection.transaction(['checkpoints', 'still'], 'readwrite');
        const kept = change.objectStore('still');
        const write = async () => {
          if (still.id !== '' && (await kept.getKey([project, still.id])) === undefined) {
            await kept.put({ project, ...still });
          }
          for (const key of await kept.getAllKeys(allOf(project))) if (key[1] !== still.id) await kept.delete(key);
          await change.objectStore('checkpoints').put({ ...checkpoint, still: still.id });
        };
        await Promise.all([write(), change.done]);
      }),
    load: (project) =>
      database.use(async (connection) => {
        const found = await connection.get('checkpoints', project);
        if (found === undefined) return null;
        if (!looksLike(found, checkpointForm)) return 'damaged';
        const { still = '', ...checkpoint } = found;
        const kept = still === '' ? none : await connection.get('still', [project, still]);
        const whole = [checkpoint.weights, checkpoint.optimizer.state, kept?.weights].every(wholeTensors);
        return whole ? { ...checkpoint, still: { id: still, weights: kept!.weights } } : 'damaged';
      }),
    saveStart: (project, start) =>
      database.use(async (connection) => {
        const change = connection.transaction(['checkpoints', 'still', 'starts'], 'readwrite');
        await Promise.all([
          change.objectStore('starts').put({ project, ...start }),
          change.objectStore('checkpoints').delete(project),
          change.objectStore('still').delete(allOf(project)),
          change.done,
        ]);
      }),
    async start(project) {
      const found = await database.use((connection) => connection.get('starts', project));
      if (found === undefined) return null;
      if (!looksLike(found, startForm)) return 'damaged';
      const { fingerprint, file, name, places } = found;
      const known = looksLike(Object.values(places ?? {}), placesForm) ? places : undefined;
      return { fingerprint, file, name, ...(known ? { places: known } : {}) };
    },
    saveRun: (project, run) =>
      database.use(async (connection) => void (await connection.put('runs', { project, id: run.id, run }))),
    async runs(project) {
      const found = await database.use((connection) => connection.getAllFromIndex('runs', 'project', project));
      // A run that cannot be read is left out; the others are shown.
      return newestFirst(found.map(({ run }) => run).filter((run) => looksLike(run, runForm)));
    },
    forget: (project, run) =>
      database.use(async (connection) => {
        if (run !== null) {
          await connection.delete('runs', [project, run]);
          return;
        }
        await connection.delete('checkpoints', project);
        await connection.delete('still', allOf(project));
        await connection.delete('starts', project);
        for (const key of await connection.getAllKeysFromIndex('runs', 'project', project)) {
          await connection.delete('runs', key);
        }
      }),
    projects: () =>
      database.use(async (connection) => {
        const own = await Promise.all([connection.getAllKeys('checkpoints'), connection.getAllKeys('starts')]);
        const runs = (await connection.getAllKeys('runs')).map(([project]) => project);
        return [...new Set([...own.flat(), ...runs])];
      }),
  };
}

/** For browsers that give no storage, and for Node: kept as long as the program runs. */
export function memoryCheckpoints(): CheckpointStore {
  const checkpoints = new Map<string, Checkpoint>();
  const starts = new Map<string, ImportedStart>();
  const histories = new Map<string, Map<string, Run>>();
  return {
    save: async (checkpoint) => void checkpoints.set(checkpoint.project, checkpoint),
    load: async (project) => checkpoints.get(project) ?? null,
    async saveStart(project, start) {
      starts.set(project, start);
      checkpoints.delete(project);
    },
    start: async (project) => starts.get(project) ?? null,
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
      starts.delete(project);
    },
    projects: async () => [...new Set([...checkpoints.keys(), ...starts.keys(), ...histories.keys()])],
  };
}
