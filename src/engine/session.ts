import { memory } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { fingerprint } from '../compile/fingerprint';
import { resolvedLosses } from '../compile/fittingLoss';
import type { Plan } from '../compile/plan';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { MatchReport } from '../pretrained/matchReport';
import { type Training, optimizerSlots } from '../document/training';
import { type ActiveBackend, restartWebgpu, selectBackend } from './backend';
import { Beginning } from './beginning';
import { evaluate } from './evaluate';
import { EngineFailure } from './failure';
import { FeatureMemory } from './featureRows';
import { refuseTooLarge, refuseUnrunnable } from './limits';
import { type BuiltModel, buildModel, disposeModel, setWeights, weightData } from './model';
import { predict } from './predict';
import type { Answers, BackendName, Request, Run, WeightData } from './protocol';
import { RunSession, type Snapshot } from './runSession';
import { settled } from './settledRun';
import type { Handlers, Of, Surroundings } from './surroundings';
import { taskFor } from './task';
import { transferHandlers } from './transferHandlers';
import { wantedPhotos } from './wantedPhotos';

/** The engine itself: one backend, one model, one run at a time. Everything the worker answers is done here. */
export class EngineSession {
  private active: ActiveBackend | null = null;
  private force: BackendName | 'auto' = 'auto';
  private built: BuiltModel | null = null;
  private project = '';
  private readonly beginning: Beginning;
  private readonly features = new FeatureMemory();
  /** Loads under way follow each other; a newer one, and `stop`, cancel those before. */
  private loading: Promise<unknown> = Promise.resolve();
  private loads = 0;
  private snapshot: Snapshot | null = null;
  private run: RunSession | null = null;

  constructor(private readonly surroundings: Surroundings) {
    this.beginning = new Beginning(surroundings);
  }

  handle<T extends Request['type']>(request: Of<T>): Promise<Answers[T]> {
    return (this.handlers[request.type] as (request: Of<T>) => Promise<Answers[T]>)(request);
  }

  private readonly handlers: Handlers = {
    backend: async ({ force }) => (await this.useBackend(force)).info,
    load: ({ plan, project, seed, weights }) => this.load(plan, project, seed, weights),
    restore: ({ project, plan }) => this.restore(project, plan),
    train: ({ training, resume }) => this.train(training, resume),
    pause: async () => (this.run?.pause(), null),
    resume: async () => (this.run?.resume(), null),
    stop: async () => (this.run?.stop(), this.loads++, null),
    evaluate: async ({ training }) => {
      const { guard } = await this.backend();
      return evaluate({ task: await this.task(training), guard });
    },
    predict: async ({ sample, layers, preparation }) => {
      const { guard } = await this.backend();
      return predict(this.model(), sample, layers, guard, preparation);
    },
    weights: () => weightData(this.model()),
    runs: async ({ project }) =>
      (await this.surroundings.checkpoints.runs(project)).map((run) => (this.run === null ? settled(run) : run)),
    forget: async ({ project, run }) => (await this.surroundings.checkpoints.forget(project, run), null),
    importWeights: ({ files }) => this.importWeights(files),
    ...transferHandlers({
      model: () => this.model(),
      guard: async () => (await this.backend()).guard,
      emit: (event) => this.surroundings.emit(event),
    }),
    memory: async () => ({ tensors: memory().numTensors, bytes: memory().numBytes }),
  };

  private async backend(): Promise<ActiveBackend> {
    return this.active ?? this.useBackend(this.force);
  }

  private model(): BuiltModel {
    if (this.built === null) throw new EngineFailure({ code: 'notRunnable', data: { inputs: 0, outputs: 0 } });
    return this.built;
  }

  /** Takes the weights along when the backend changes. */
  private async useBackend(force: BackendName | 'auto'): Promise<ActiveBackend> {
    await this.endRun();
    const previous = this.built;
    const weights = previous === null ? null : await weightData(previous);
    const active = await selectBackend(force, this.surroundings.wasmFiles);
    this.force = force;
    this.adopt(active);
    if (previous !== null && weights !== null) {
      disposeModel(previous);
      this.rebuild(previous, weights);
    }
    return active;
  }

  private adopt(active: ActiveBackend): void {
    this.active = active;
    this.surroundings.emit({ type: 'backend', backend: active.info });
  }

  private rebuild({ plan, run }: BuiltModel, weights: WeightData): BuiltModel {
    const fresh = buildModel(plan);
    Object.assign(fresh.run, run);
    setWeights(fresh, weights);
    this.built = fresh;
    return fresh;
  }

  private async load(plan: Plan, project: string, seed: number, weights: WeightData | null) {
    const begun = performance.now();
    await this.endRun();
    const previous = this.built;
    const same = previous !== null && project === this.project && fingerprint(previous.plan) === fingerprint(plan);
    if (same && weights === null) await this.replace(previous, plan);
    else await this.inTurn((cancelled) => this.loadFresh(plan, project, seed, weights, cancelled));
    return { parameters: plan.totals.parameters, milliseconds: performance.now() - begun };
  }

  /** The model is there when all its weights are: until then, and where that fails, there is none. */
  private async loadFresh(
    plan: Plan,
    project: string,
    seed: number,
    weights: WeightData | null,
    cancelled: () => boolean,
  ): Promise<void> {
    const built = await this.build(plan);
    this.beginning.forget(weights);
    try {
      await this.beginning.put(built, seed, cancelled);
    } catch (error) {
      disposeModel(built);
      throw error;
    }
    built.run.seed = seed;
    this.built = built;
    this.project = project;
    this.snapshot = null;
  }

  /** One after the other; the work is told when something newer wants its place. */
  private inTurn<T>(work: (cancelled: () => boolean) => Promise<T>): Promise<T> {
    const turn = ++this.loads;
    const result = this.loading.then(() => work(() => turn !== this.loads));
    this.loading = result.catch(() => undefined);
    return result;
  }

  /** The same layers, perhaps frozen otherwise: weights, optimizer state and history stay. */
  private async replace(previous: BuiltModel, plan: Plan): Promise<void> {
    const weights = await weightData(previous);
    disposeModel(previous);
    this.rebuild({ ...previous, plan }, weights);
  }

  private async build(plan: Plan): Promise<BuiltModel> {
    refuseUnrunnable(plan);
    refuseTooLarge(plan, await this.backend(), 1, null);
    if (this.built !== null) disposeModel(this.built);
    this.built = null;
    return buildModel(plan);
  }

  private async restore(project: string, plan: Plan): Promise<Run | null> {
    const checkpoint = await this.surroundings.checkpoints.load(project);
    if (checkpoint === null || checkpoint.fingerprint !== fingerprint(plan)) return null;
    await this.load(plan, project, checkpoint.run.training.seed, checkpoint.weights);
    this.beginning.forget(null);
    const { weights, optimizer, steps } = checkpoint;
    const run: Run = { ...checkpoint.run, state: checkpoint.run.state === 'finished' ? 'finished' : 'stopped' };
    this.snapshot = { run, weights, optimizer, steps };
    this.model().run.step = steps;
    return run;
  }

  private async task(training: Training) {
    const built = this.model();
    const dataset = await this.surroundings.dataset(training.dataset, this.project, wantedPhotos(built.plan, training));
    return taskFor(built, dataset, training);
  }

  private async train(training: Training, resume: boolean): Promise<Run> {
    if (this.run !== null) await this.endRun();
    const { emit, checkpoints } = this.surroundings;
    const before = resume ? this.snapshot : null;
    // From here on it can be paused and stopped, however long the data takes to come.
    const run = new RunSession({
      project: this.project,
      training,
      before,
      emit,
      checkpoints,
      features: { memory: this.features, disk: this.surroundings.featureDisk ?? null },
      keep: (snapshot) => {
        this.snapshot = snapshot;
      },
      recover: (snapshot) => this.recover(training, snapshot),
    });
    this.run = run;
    try {
      const active = await this.backend();
      const built = this.model();
      refuseTooLarge(built.plan, active, training.batchSize, optimizerSlots(training.optimizer).length);
      const task = await this.task(training);
      if (before === null) {
        await this.inTurn((cancelled) => this.beginning.put(built, training.seed, cancelled));
        Object.assign(built.run, { seed: training.seed, step: 0 });
      }
      this.beginning.touch(built);
      return await run.go(task, active, resolvedLosses(built.plan, training));
    } finally {
      this.run = null;
      run.end();
    }
  }

  /** After a lost device: WebGPU anew, else the next backend; the model is built again with the weights that were kept. */
  private async recover(training: Training, { weights }: Snapshot) {
    const lost = this.model();
    const again = await restartWebgpu(this.force === 'webgpu' ? 'forced' : 'deviceLost');
    this.adopt(again ?? (await selectBackend('auto', this.surroundings.wasmFiles, 'deviceLost')));
    disposeModel(lost);
    this.rebuild(lost, weights);
    return { task: await this.task(training), active: this.active! };
  }

  private async importWeights(files: readonly NamedBlob[]): Promise<MatchReport> {
    await this.endRun();
    await this.backend();
    const report = await this.inTurn((cancelled) => this.beginning.import(this.model(), files, cancelled));
    this.snapshot = null;
    return report;
  }

  private async endRun(): Promise<void> {
    this.run?.stop();
    await this.run?.ended;
  }
}
