import { fingerprint } from '../compile/fingerprint';
import type { Training } from '../document/training';
import type { ActiveBackend } from './backend';
import type { CheckpointStore } from './checkpoints';
import { RunControl } from './control';
import { evaluate } from './evaluate';
import { EngineFailure, errorOf } from './failure';
import { type Kitchen, withFeatures } from './featureCache';
import type { OutputMetrics } from './metrics';
import { setWeights, weightData } from './model';
import { Optimizer } from './optimizers';
import type { Checkpoint, EngineEvent, Run } from './protocol';
import { storageError } from './storageError';
import type { Task } from './task';
import { train } from './train';

/** Everything to go on from, on the CPU: a lost device takes nothing with it. */
export type Snapshot = Pick<Checkpoint, 'run' | 'weights' | 'optimizer' | 'steps'>;

interface Settings {
  readonly project: string;
  readonly training: Training;
  /** The state to go on from; null starts afresh with the weights as they are. */
  readonly before: Snapshot | null;
  readonly checkpoints: CheckpointStore;
  /** Where features of the frozen part are kept. */
  readonly features: Pick<Kitchen, 'memory' | 'disk'>;
  emit(event: EngineEvent): void;
  keep(snapshot: Snapshot): void;
  /** Builds the model again on a working device. */
  recover(snapshot: Snapshot): Promise<{ task: Task; active: ActiveBackend }>;
}

/** One run from start to end: trains, keeps a snapshot per epoch, survives one lost device, evaluates at the end. */
export class RunSession {
  readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  /** Aborted when the run is stopped. */
  readonly signal = this.stopping.signal;
  private readonly control = new RunControl();
  private finish!: () => void;
  private run: Run | null = null;
  private metrics: readonly OutputMetrics[] = [];
  private snapshot!: Snapshot;

  constructor(private readonly settings: Settings) {
    this.ended = new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  pause(): void {
    if (this.control.paused || this.control.stopped) return;
    this.control.pause();
    this.change('paused');
  }

  resume(): void {
    if (!this.control.paused) return;
    this.control.resume();
    this.change('running');
  }

  stop(): void {
    this.stopping.abort();
    this.control.stop();
  }

  /** Lets whoever waits for the end go on. */
  end(): void {
    this.finish();
  }

  private change(state: Run['state']): void {
    if (this.run === null) return;
    this.run = { ...this.run, state };
    this.settings.emit({ type: 'state', state });
  }

  async go(task: Task, active: ActiveBackend, metrics: readonly OutputMetrics[]): Promise<Run> {
    this.metrics = metrics;
    const { before, training } = this.settings;
    const last = (before?.run.epochs.length ?? 0) + training.epochs;
    const run: Run = {
      id: before?.run.id ?? crypto.randomUUID(),
      started: before?.run.started ?? new Date().toISOString(),
      training,
      loss: task.heads.map(({ loss }) => loss).join(', '),
      backend: active.info.name,
      epochs: before?.run.epochs ?? [],
      state: 'running',
      evaluation: null,
    };
    this.run = run;
    try {
      active.guard.forgive();
      this.settings.emit({ type: 'epoch', run });
      this.change(this.control.paused ? 'paused' : 'running');
      const optimizer = before?.optimizer ?? { name: training.optimizer.name, state: {} };
      this.snapshot = before ?? { run, weights: await weightData(task.built), optimizer, steps: 0 };
      return await this.attempt(task, active, this.run ?? run, last, true);
    } catch (error) {
      this.change('failed');
      await this.remember();
      throw error;
    }
  }

  private async attempt(
    task: Task,
    active: ActiveBackend,
    begun: Run,
    last: number,
    mayRecover: boolean,
  ): Promise<Run> {
    const { metrics } = this;
    const { training, emit } = this.settings;
    this.run = begun;
    const optimizer = new Optimizer(training.optimizer.name, training.optimizer.settings);
    let fed = task;
    try {
      if (this.snapshot.optimizer.name === optimizer.name) {
        const trained = task.built.weights.filter(({ trainable }) => trainable);
        optimizer.restore(trained, this.snapshot.optimizer.state);
      }
      const { control } = this;
      const { guard } = active;
      fed = await withFeatures(task, training, { ...this.settings.features, guard, control, emit });
      const job = { task: fed, training, metrics, optimizer, control, guard, last };
      await train({
        ...job,
        done: begun.epochs,
        progress: (progress) => emit({ type: 'progress', progress }),
        finished: (epochs) => this.epochDone(task, optimizer, { ...this.run!, epochs: [...epochs] }),
      });
      const learned = this.run.epochs.length > 0;
      const evaluation = learned ? await evaluate(job) : null;
      const state = control.stopped ? 'stopped' : 'finished';
      const run: Run = { ...this.run, evaluation, state };
      this.run = run;
      emit({ type: 'state', state });
      await this.take(task, optimizer, run);
      return run;
    } catch (error) {
      if (error instanceof EngineFailure && error.error.code === 'deviceLost' && mayRecover) {
        optimizer.dispose();
        const recovered = await this.settings.recover(this.snapshot);
        emit({ type: 'warning', error: error.error });
        recovered.task.built.run.step = this.snapshot.steps;
        const { run } = this.snapshot;
        const again: Run = { ...this.run, epochs: run.epochs, backend: recovered.active.info.name };
        return await this.attempt(recovered.task, recovered.active, again, last, false);
      }
      // The numbers are no good any more: the model goes back to what it was after the last epoch.
      setWeights(task.built, this.snapshot.weights);
      task.built.run.step = this.snapshot.steps;
      throw error;
    } finally {
      fed.release?.();
      optimizer.dispose();
    }
  }

  private async epochDone(task: Task, optimizer: Optimizer, run: Run): Promise<void> {
    this.run = run;
    await this.take(task, optimizer, run);
    this.settings.emit({ type: 'epoch', run });
  }

  /** Copies everything to the CPU and saves it. */
  private async take({ built }: Task, optimizer: Optimizer, run: Run): Promise<void> {
    const [weights, state] = await Promise.all([weightData(built), optimizer.state()]);
    this.snapshot = { run, weights, optimizer: { name: optimizer.name, state }, steps: built.run.step };
    this.settings.keep(this.snapshot);
    const { project, checkpoints, emit } = this.settings;
    const checkpoint: Checkpoint = { project, fingerprint: fingerprint(built.plan), ...this.snapshot };
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
  private async remember(): Promise<void> {
    const { project, checkpoints, emit } = this.settings;
    if (this.run === null) return;
    try {
      await checkpoints.saveRun(project, this.run);
    } catch (error) {
      emit({ type: 'warning', error: errorOf(error) });
    }
  }
}
