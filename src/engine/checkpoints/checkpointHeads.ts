import type { Checkpoint } from './checkpoint';
import type { CheckpointStore } from './checkpoints';

/** Which model a checkpoint is of, and how far it is. */
export type CheckpointHead = Pick<Checkpoint, 'fingerprint' | 'run'>;

export interface HeadedStore extends CheckpointStore {
  /** What the project's checkpoint is of; null where it has none. */
  head(project: string): Promise<CheckpointHead | null>;
}

/** A store that remembers what its checkpoints are of: to look at one again would read all its weights. */
export function withHeads(store: CheckpointStore): HeadedStore {
  const heads = new Map<string, CheckpointHead | null>();
  const load: CheckpointStore['load'] = async (project) => {
    const checkpoint = await store.load(project);
    heads.set(project, checkpoint && { fingerprint: checkpoint.fingerprint, run: checkpoint.run });
    return checkpoint;
  };
  return {
    ...store,
    load,
    async head(project) {
      if (!heads.has(project)) await load(project);
      return heads.get(project) ?? null;
    },
    async save(checkpoint) {
      await store.save(checkpoint);
      heads.set(checkpoint.project, { fingerprint: checkpoint.fingerprint, run: checkpoint.run });
    },
    async saveStart(project, start) {
      await store.saveStart(project, start);
      heads.set(project, null);
    },
    async forget(project, run) {
      await store.forget(project, run);
      if (run === null) heads.set(project, null);
    },
  };
}
