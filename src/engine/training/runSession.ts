import type { Training } from '../../document/training';
import type { ActiveBackend } from '../backend/backend';
import type { CheckpointStore } from '../checkpoints/checkpoints';
import { RunControl } from './runControl';
import { DeadRun } from '../soundness/deadRun';
import { evaluate } from './evaluate';
import { evidenceOf } from '../soundness/evidenceOf';
import { likelyCause } from '../soundness/likelyCause';
import { EngineError } from '../protocol/engineError';
import { type FeatureContext, withFeatures } from '../features/featureCache';
import { Checkpointer, type Snapshot } from '../checkpoints/checkpointer';
import type { OutputMetrics } from './metrics';
import { setWeights } from '../model/model';
import { Optimizer } from './optimizers';
import type { EngineEvent } from '../protocol/events';
import type { Run } from '../protocol/run';
import type { WeightData } from '../protocol/weights';
import type { Task } from './task';
import { train } from './train';

interface Settings {
  readonly project: string;
  readonly training: Training;
  readonly checkpoints: CheckpointStore;
  /** Where features of the frozen part are kept. */
  readonly features: FeatureContext['places'];
  emit(event: EngineEvent): void;
  keep(snapshot: Snapshot): void;
}

/** What a run works on. */
export interface Begun {
  readonly task: Task;
  readonly active: ActiveBackend;
  /** The state to go on from; null starts afresh with the weights as they are. */
  readonly learned: Snapshot | null;
  /** What is measured, by output. */
  readonly metrics: readonly OutputMetrics[];
  /** Builds the model again on a working device. */
  recover(weights: WeightData): Promise<Pick<Begun, 'task' | 'active'>>;
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
  private readonly checkpointer: Checkpointer;
  private warned = false;

  constructor(private readonly settings: Settings) {
    this.checkpointer = new Checkpointer(settings);
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

  async go(begun: Begun): Promise<Run> {
    const { task, active, learned: before } = begun;
    const { training } = this.settings;
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
      await this.checkpointer.begin(task.built, before, { run, optimizer, steps: 0 });
      return await this.attempt(begun, this.run ?? run, last, true);
    } catch (error) {
      this.change('failed');
      if (this.run !== null) await this.checkpointer.remember(this.run);
      throw error;
    }
  }

  private async attempt(begun: Begun, start: Run, last: number, mayRecover: boolean): Promise<Run> {
    const { task, active, metrics } = begun;
    const { training, emit } = this.settings;
    this.run = start;
    const optimizer = new Optimizer(training.optimizer.name, training.optimizer.settings);
    let fed = task;
    try {
      const { name, state } = this.checkpointer.snapshot.optimizer;
      const trained = task.built.weights.filter(({ trainable }) => trainable);
      if (name === optimizer.name) optimizer.restore(trained, state);
      const { control } = this;
      const { guard } = active;
      fed = await withFeatures(task, training, { places: this.settings.features, guard, control, emit });
      const job = { task: fed, training, metrics, optimizer, control, guard, last };
      await train({
        ...job,
        done: start.epochs,
        progress: (progress) => emit({ type: 'progress', progress }),
        absurd: async ({ epoch, loss, samples }) => {
          // Said once: it stays so.
          if (this.warned) return;
          this.warned = true;
          const cause = likelyCause(await evidenceOf(fed, samples, guard), task.dataset.vocabulary !== null);
          emit({ type: 'warning', error: { code: 'absurdLoss', data: { epoch, loss, cause } } });
        },
        finished: (epochs) => this.epochDone(task, optimizer, { ...this.run!, epochs: [...epochs] }),
      });
      const learned = this.run.epochs.length > 0;
      if (learned) emit({ type: 'evaluating' });
      const evaluation = learned ? await evaluate(job) : null;
      const ended = control.stopped ? 'stopped' : 'finished';
      const run: Run = { ...this.run, evaluation, state: ended };
      this.run = run;
      emit({ type: 'state', state: ended });
      await this.checkpointer.take(task.built, optimizer, run);
      return run;
    } catch (error) {
      if (error instanceof EngineError && error.error.code === 'deviceLost' && mayRecover) {
        optimizer.dispose();
        const { snapshot } = this.checkpointer;
        const recovered = await begun.recover(snapshot.weights);
        emit({ type: 'warning', error: error.error });
        recovered.task.built.run.step = snapshot.steps;
        const { run } = snapshot;
        const again: Run = { ...this.run, epochs: run.epochs, backend: recovered.active.info.name };
        return await this.attempt({ ...begun, ...recovered }, again, last, false);
      }
      // The numbers are no good any more: the model goes back to what it was after the last epoch.
      setWeights(task.built, this.checkpointer.snapshot.weights);
      task.built.run.step = this.checkpointer.snapshot.steps;
      if (!(error instanceof DeadRun)) throw error;
      const { samples, ...found } = error.found;
      const cause = likelyCause(await evidenceOf(fed, samples, active.guard), task.dataset.vocabulary !== null);
      throw new EngineError({ code: 'notANumber', data: { ...found, cause } });
    } finally {
      fed.release?.();
      optimizer.dispose();
    }
  }

  private async epochDone(task: Task, optimizer: Optimizer, run: Run): Promise<void> {
    this.run = run;
    await this.checkpointer.take(task.built, optimizer, run);
    this.settings.emit({ type: 'epoch', run });
  }
}
