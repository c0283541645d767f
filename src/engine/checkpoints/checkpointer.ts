import { createXXHash128 } from 'hash-wasm';
import { fingerprint } from '../../compile/fingerprint';
import type { Guard } from '../backend/guard';
import type { Checkpoint, StillWeights } from './checkpoint';
import type { CheckpointStore } from './checkpoints';
import { engineTroubleOf } from '../protocol/engineError';
import type { BuiltModel } from '../model/model';
import { weightData } from '../model/trainableModel';
import type { Optimizer } from '../training/updates/optimizer';
import type { RunHappening } from '../protocol/events';
import type { Run } from '../protocol/run';
import type { WeightData } from '../protocol/weights';
import { storageError } from './storageError';

/** Everything to go on from, on the CPU: a lost device takes nothing with it. */
export interface Snapshot extends Pick<Checkpoint, 'run' | 'optimizer' | 'steps'> {
  /** All weights, changed or not. */
  readonly weights: WeightData;
}

interface Settings {
  readonly project: string;
  readonly checkpoints: CheckpointStore;
  emit(event: RunHappening): void;
  keep(snapshot: Snapshot): void;
}

/** Copies what a run has learned to the CPU and saves it. Frozen layers are copied once per run and written once. */
export class Checkpointer {
  snapshot!: Snapshot;
  private still: StillWeights | null = null;

  constructor(private readonly settings: Settings) {}

  /** What the run starts from. */
  async begin(built: BuiltModel, before: Snapshot | null, fresh: Omit<Snapshot, 'weights'>): Promise<void> {
    this.snapshot = before ?? { ...fresh, weights: await weightData(built) };
  }

  /** Throws `EngineError('deviceLost')` where what came from the device may be no weights: the snapshot before stays. */
  async take(built: BuiltModel, optimizer: Optimizer, run: Run, guard: Guard): Promise<void> {
    const still = (this.still ??= await guard.watch(stillOf(built)));
    const read = Promise.all([weightData(built, ({ frozen }) => !frozen), optimizer.state()]);
    const [weights, state] = await guard.watch(read);
    const rest = { run, optimizer: { name: optimizer.name, state }, steps: built.run.step };
    this.snapshot = { ...rest, weights: { ...still.weights, ...weights } };
    this.settings.keep(this.snapshot);
    const { project, checkpoints, emit } = this.settings;
    const checkpoint: Checkpoint = { project, fingerprint: fingerprint(built.plan), ...rest, weights, still };
    try {
      await checkpoints.save(checkpoint);
      await checkpoints.saveRun(project, run);
      emit({ type: 'saved', epoch: run.epochs.length });
    } catch (error) {
      // Training goes on without being saved; the page says so.
      emit({ type: 'warning', error: storageError(error, checkpoint) });
    }
  }

  /** The history keeps failed runs too. */
  async remember(run: Run): Promise<void> {
    const { project, checkpoints, emit } = this.settings;
    try {
      await checkpoints.saveRun(project, run);
    } catch (error) {
      emit({ type: 'warning', error: engineTroubleOf(error) });
    }
  }
}

async function stillOf(built: BuiltModel): Promise<StillWeights> {
  const weights = await weightData(built, ({ frozen }) => frozen);
  const entries = Object.entries(weights);
  if (entries.length === 0) return { id: '', weights };
  const hash = await createXXHash128();
  for (const [key, { values }] of entries) {
    hash.update(`${key} ${values.length} `);
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return { id: hash.digest(), weights };
}
