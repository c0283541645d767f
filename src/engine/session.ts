import { memory } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { fingerprint } from '../compile/fingerprint';
import { resolvedLosses } from '../compile/fittingLoss';
import type { Plan } from '../compile/plan';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { MatchReport } from '../pretrained/matchReport';
import { type Training, optimizerSlots } from '../document/training';
import { type ActiveBackend, restartWebgpu, selectBackend } from './backend';
import { augmented } from './augmented';
import { evaluate } from './evaluate';
import { EngineFailure } from './failure';
import { gradCam } from './gradCam';
import { refuseTooLarge, refuseUnrunnable } from './limits';
import { type BuiltModel, buildModel, disposeModel, initialise, setWeights, weightData } from './model';
import { predict } from './predict';
import { predictMany } from './predictMany';
import type { Answers, BackendName, Request, Run, WeightData } from './protocol';
import { RunSession, type Snapshot, settled } from './runSession';
import type { Share } from './share';
import type { Handlers, Of, Surroundings } from './surroundings';
import { taskFor } from './task';

/** The engine itself: one backend, one model, one run at a time. Everything the worker answers is done here. */
export class EngineSession {
  private active: ActiveBackend | null = null;
  private force: BackendName | 'auto' = 'auto';
  private built: BuiltModel | null = null;
  private project = '';
  /** Weights that a fresh run starts from; null: from the seed. */
  private start: WeightData | null = null;
  private snapshot: Snapshot | null = null;
  private run: RunSession | null = null;

  /** Counts the requests for many predictions: a newer one, or its cancelling, ends the one before. */
  private many = 0;

  constructor(private readonly surroundings: Surroundings) {}

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
    stop: async () => (this.run?.stop(), null),
    evaluate: async ({ training }) => {
      const { guard } = await this.backend();
      return evaluate({ task: await this.task(training), guard });
    },
    predict: async ({ sample, layers, preparation }) => {
      const { guard } = await this.backend();
      return predict(this.model(), sample, layers, guard, preparation);
    },
    predictMany: async ({ samples, preparation }) => {
      const { guard } = await this.backend();
      const asked = ++this.many;
      const progress = (share: Share) => this.surroundings.emit({ type: 'many', ...share });
      return predictMany(this.model(), samples, preparation, guard, { progress, cancelled: () => asked !== this.many });
    },
    cancelMany: async () => (this.many++, null),
    gradCam: async (request) => gradCam(this.model(), request, (await this.backend()).guard),
    augmented: async (request) => augmented(request, (await this.backend()).guard),
    importWeights: ({ files }) => this.importWeights(files),
    weights: () => weightData(this.model()),
    runs: async ({ project }) =>
      (await this.surroundings.checkpoints.runs(project)).map((run) => (this.run === null ? settled(run) : run)),
    forget: async ({ project, run }) => (await this.surroundings.checkpoints.forget(project, run), null),
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
    if (same && weights === null) {
      await this.replace(previous, plan);
      return { parameters: plan.totals.parameters, milliseconds: performance.now() - begun };
    }
    await this.build(plan);
    const built = this.model();
    if (weights === null) initialise(built, seed);
    else setWeights(built, weights);
    built.run.seed = seed;
    this.project = project;
    this.start = weights;
    this.snapshot = null;
    return { parameters: plan.totals.parameters, milliseconds: performance.now() - begun };
  }

  /** The same layers, perhaps frozen otherwise: weights, optimizer state and history stay. */
  private async replace(previous: BuiltModel, plan: Plan): Promise<void> {
    const weights = await weightData(previous);
    disposeModel(previous);
    this.rebuild({ ...previous, plan }, weights);
  }

  private async build(plan: Plan): Promise<void> {
    refuseUnrunnable(plan);
    refuseTooLarge(plan, await this.backend(), 1, null);
    if (this.built !== null) disposeModel(this.built);
    this.built = buildModel(plan);
  }

  private async restore(project: string, plan: Plan): Promise<Run | null> {
    const checkpoint = await this.surroundings.checkpoints.load(project);
    if (checkpoint === null || checkpoint.fingerprint !== fingerprint(plan)) return null;
    await this.load(plan, project, checkpoint.run.training.seed, checkpoint.weights);
    this.start = null;
    const { weights, optimizer, steps } = checkpoint;
    const run: Run = { ...checkpoint.run, state: checkpoint.run.state === 'finished' ? 'finished' : 'stopped' };
    this.snapshot = { run, weights, optimizer, steps };
    this.model().run.step = steps;
    return run;
  }

  private async task(training: Training) {
    const built = this.model();
    return taskFor(built, await this.surroundings.dataset(training.dataset, this.project), training);
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
        if (this.start === null) initialise(built, training.seed);
        else setWeights(built, this.start);
        Object.assign(built.run, { seed: training.seed, step: 0 });
      }
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
    const name = files[0]?.name ?? '';
    throw new EngineFailure({ code: 'weightsUnreadable', data: { trouble: { code: 'notWeights', name } } });
  }

  private async endRun(): Promise<void> {
    this.run?.stop();
    await this.run?.ended;
  }
}
