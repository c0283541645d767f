import { adapt } from '../adaptation/adapt';
import { RunControl } from './runControl';
import { DeadRun } from '../soundness/deadRun';
import { Doubts } from '../soundness/doubts';
import type { Begun, RunSettings } from './begun';
import { EpochNews } from './epochNews';
import { BestWeights } from './updates/bestWeights';
import { evaluate } from '../evaluation/evaluate';
import { evidenceOf } from '../soundness/evidenceOf';
import { likelyCause } from '../soundness/likelyCause';
import { namedCause } from '../soundness/namedCause';
import { type LostDevices, onSoundDevices } from './lostDevices';
import { EngineError } from '../protocol/engineError';
import { withFeatures } from '../features/featureCache';
import { Checkpointer } from '../checkpoints/checkpointer';
import type { Guard } from '../backend/guard';
import { setWeights } from '../model/trainableModel';
import type { Optimizer } from './updates/optimizer';
import { optimizerFor } from './updates/optimizerFor';
import type { RunHappening } from '../protocol/events';
import type { Run } from '../protocol/run';
import type { PlanTask } from './taskFor';
import { begunAt, runFor } from './runFor';
import { train } from './train';

/** One run from start to end: trains, keeps a snapshot per epoch, survives lost devices, evaluates at the end. */
export class RunSession {
  readonly ended: Promise<void>;
  private readonly stopping = new AbortController();
  /** Aborted when the run is stopped. */
  readonly signal = this.stopping.signal;
  readonly control = new RunControl();
  /** Lets whoever waits for the end go on. */
  end!: () => void;
  private run: Run | null = null;
  private best: BestWeights | null = null;
  private readonly checkpointer: Checkpointer;
  private readonly news = new EpochNews((event) => this.emit(event));
  private readonly doubts: Doubts;

  constructor(readonly settings: RunSettings) {
    this.doubts = new Doubts(settings.training.optimizer, this.emit);
    this.checkpointer = new Checkpointer({ ...settings, emit: this.emit });
    this.ended = new Promise((resolve) => {
      this.end = resolve;
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

  private change(state: Run['state']): void {
    if (this.run === null) return;
    this.run = { ...this.run, state };
    this.news.say({ type: 'state', state });
  }

  private readonly emit = (event: RunHappening) =>
    this.settings.emit({ ...event, project: this.settings.project, runId: this.run?.id ?? '' });

  async go(begun: Begun): Promise<Run> {
    const { task, active, learned: before, started } = begun;
    const { training } = this.settings;
    const last = (before?.run.epochs.length ?? 0) + training.epochs;
    const run = runFor(begun, training);
    this.best = new BestWeights(training.earlyStopping, run.epochs.length);
    this.run = run;
    try {
      active.guard.forgive();
      this.news.whole(run);
      this.change(this.control.paused ? 'paused' : 'running');
      const optimizer = before?.optimizer ?? started ?? { name: training.optimizer.name, state: {} };
      await this.checkpointer.begin(task.built, before, { run, optimizer, steps: 0 });
      return await this.survive(begun, last);
    } catch (error) {
      this.change('failed');
      if (this.run !== null) await this.checkpointer.remember(this.run);
      throw error;
    }
  }

  private async survive(begun: Begun, last: number): Promise<Run> {
    let now = begun;
    try {
      return await onSoundDevices({
        guard: () => now.active.guard,
        work: () => this.attempt(now, last),
        replace: async (lost, reason) => void (now = { ...now, ...(await this.replaced(now, lost, reason)) }),
      });
    } catch (error) {
      this.takeBack(now.task);
      throw error;
    }
  }

  private async replaced(begun: Begun, lost: LostDevices, reason: string): Promise<Pick<Begun, 'task' | 'active'>> {
    const { snapshot } = this.checkpointer;
    const { epochs } = snapshot.run;
    const recovered = await begun.recover(snapshot.weights, lost.lose(epochs.length));
    recovered.task.built.run.step = snapshot.steps;
    const { name } = recovered.active.info;
    this.run = { ...this.run!, epochs, backend: name };
    this.news.whole(this.run);
    const data = { reason, count: lost.count, epochs: epochs.length, backend: name };
    this.emit({ type: 'warning', error: { code: 'deviceReplaced', data } });
    return recovered;
  }

  /** The numbers are no good any more: the model goes back to what it was after the last epoch. */
  private takeBack(task: PlanTask): void {
    setWeights(task.built, this.checkpointer.snapshot.weights);
    task.built.run.step = this.checkpointer.snapshot.steps;
  }

  private async attempt({ task, active }: Begun, last: number): Promise<Run> {
    const { control, emit } = this;
    const { training, features: places } = this.settings;
    const { guard } = active;
    const optimizer = optimizerFor(training);
    let fed = task;
    const causeOf = async (samples: Uint32Array) => {
      const cause = likelyCause(await evidenceOf(fed, samples, guard), task.dataset.vocabulary !== null);
      return namedCause(cause, samples, task.dataset, training.optimizer);
    };
    try {
      const { name, state } = this.checkpointer.snapshot.optimizer;
      const trained = task.built.weights.filter(({ trainable }) => trainable);
      if (name === optimizer.name) optimizer.restore(trained, state);
      await adapt({ task, guard, control, progress: (share) => emit({ type: 'adapting', ...share }) });
      fed = await withFeatures(task, training, { places, guard, control, emit });
      const job = { task: fed, training, optimizer, control, guard, last, begun: begunAt(this.run!) };
      await train({
        ...job,
        done: this.run!.epochs,
        progress: (progress) => emit({ type: 'progress', progress }),
        absurd: ({ epoch, loss, samples }) => this.doubts.absurd(epoch, loss, () => causeOf(samples)),
        finished: (epochs, untrained) =>
          this.epochDone(task, optimizer, { ...this.run!, epochs: [...epochs] }, guard, untrained),
      });
      const restored = control.stopped ? null : this.best!.restore(task.built);
      const learned = this.run!.epochs.length > 0;
      if (learned) this.news.say({ type: 'evaluating' });
      const evaluation = learned ? await evaluate(job) : null;
      const ended = {
        evaluation,
        state: control.stopped ? 'stopped' : 'finished',
        ...(restored !== null && { restored }),
      } as const;
      const run: Run = { ...this.run!, ...ended };
      await this.checkpointer.take(task.built, optimizer, run, guard);
      this.run = run;
      this.news.say({ type: 'state', state: run.state });
      return run;
    } catch (error) {
      if (!(error instanceof DeadRun)) throw error;
      this.takeBack(task);
      const { samples, ...found } = error.found;
      throw new EngineError({ code: 'notANumber', data: { ...found, cause: await causeOf(samples) } });
    } finally {
      fed.release?.();
      optimizer.dispose();
    }
  }

  /** The epoch counts once it is kept: what is lost before is trained again. */
  private async epochDone({ built }: PlanTask, optimizer: Optimizer, run: Run, guard: Guard, first: number | null) {
    await this.checkpointer.take(built, optimizer, run, guard);
    this.best!.look(run.epochs, this.checkpointer.snapshot.weights);
    this.run = { ...run, state: this.run?.state ?? run.state };
    this.news.more(this.run);
    this.doubts.look(run.epochs, first);
  }
}
