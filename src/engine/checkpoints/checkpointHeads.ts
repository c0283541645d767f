import type { Plan } from '../../compile/plan';
import { identityOf } from '../model/planIdentity';
import { hasAllWeights } from './hasAllWeights';
import type { Checkpoint } from './checkpoint';
import type { CheckpointStore } from './checkpoints';

/** Which model a checkpoint is of, and how far it is. */
export type CheckpointHead = Pick<Checkpoint, 'fingerprint' | 'run'>;

export interface HeadedStore extends CheckpointStore {
  /** What the project's checkpoint is of; null where it has none that can be read. */
  head(project: string): Promise<CheckpointHead | null>;
  /** The project's checkpoint if it is of this model; null where it has none that can be read. */
  fitting(project: string, plan: Plan): Promise<Checkpoint | null>;
  /** What is kept of one project is kept of another, too; `held` is what its model has learned where nothing is stored. */
  copy(from: string, to: string, held: Held | null): Promise<void>;
}

/** What a model in memory has learned. */
type Held = Pick<Checkpoint, 'run' | 'weights' | 'optimizer' | 'steps'> & { readonly plan: Plan };

/**
 * A store that remembers what its checkpoints are of: to look at one again would read all its weights. One that is damaged
 * is none, and `damaged` is told of it once.
 */
export function withHeads(store: CheckpointStore, damaged: (project: string) => void): HeadedStore {
  const heads = new Map<string, CheckpointHead | null>();
  const read = async (project: string, whole: (checkpoint: Checkpoint) => boolean) => {
    const found = await store.load(project);
    const checkpoint = found === 'damaged' || (found !== null && !whole(found)) ? null : found;
    if (found !== null && checkpoint === null && heads.get(project) !== null) damaged(project);
    heads.set(project, checkpoint && { fingerprint: checkpoint.fingerprint, run: checkpoint.run });
    return checkpoint;
  };
  const save: CheckpointStore['save'] = async (checkpoint) => {
    await store.save(checkpoint);
    heads.set(checkpoint.project, { fingerprint: checkpoint.fingerprint, run: checkpoint.run });
  };
  const saveStart: CheckpointStore['saveStart'] = async (project, start) => {
    await store.saveStart(project, start);
    heads.set(project, null);
  };
  const head = async (project: string) => {
    if (!heads.has(project)) await read(project, () => true);
    return heads.get(project) ?? null;
  };
  return {
    ...store,
    save,
    saveStart,
    head,
    async fitting(project, plan) {
      if ((await head(project))?.fingerprint !== identityOf(plan).layers) return null;
      return read(project, ({ weights, still }) => hasAllWeights(plan, { ...still.weights, ...weights }));
    },
    async forget(project, run) {
      await store.forget(project, run);
      if (run === null) heads.set(project, null);
    },
    async copy(from, to, held) {
      for (const run of await store.runs(from)) await store.saveRun(to, run);
      const start = await store.start(from);
      if (start !== null && start !== 'damaged') await saveStart(to, start);
      const stored = await store.load(from);
      const kept = stored === 'damaged' ? null : stored;
      if (kept !== null) await save({ ...kept, project: to });
      else if (held !== null) {
        const { plan, ...learned } = held;
        const still = { id: '', weights: {} };
        await save({ ...learned, project: to, fingerprint: identityOf(plan).layers, still });
      }
    },
  };
}
