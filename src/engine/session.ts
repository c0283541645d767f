import { memory } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import { fingerprint } from '../compile/fingerprint';
import { resolvedLosses } from '../compile/fittingLoss';
import type { Plan } from '../compile/plan';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { MatchReport } from '../pretrained/matching/matchReport';
import { type Training, optimizerSlots } from '../document/training';
import { BackendGate, computesNothing } from './backend/backendGate';
import { evaluate } from './training/evaluate';
import { EngineFailure } from './protocol/failure';
import { type FeatureContext, onKeptFeatures } from './features/featureCache';
import { FeatureMemory } from './features/featureRows';
import { HeldModel } from './model/heldModel';
import { ImportedStarts } from './model/importedStarts';
import type { Snapshot } from './checkpoints/checkpointer';
import { refuseTooLarge } from './backend/limits';
import { weightData } from './model/model';
import { predict } from './prediction/predict';
import type { BackendName } from './protocol/backendInfo';
import type { Answer, Handlers, Request, RequestType } from './protocol/protocol';
import type { Evaluation, Run } from './protocol/run';
import type { WeightData } from './protocol/weights';
import { RunSession } from './runSession';
import { settled } from './checkpoints/settledRun';
import type { Surroundings } from './surroundings';
import { taskFor } from './training/task';
import { transferHandlers } from './transferHandlers';
import { wantedPhotos } from './input/wantedPhotos';

/** The engine itself: one backend, one model, one run at a time. Everything the worker answers is done here. */
export class EngineSession {
  private readonly held: HeldModel;
  private readonly starts: ImportedStarts;
  private readonly features: FeatureContext['places'];
  private project = '';
  private snapshot: Snapshot | null = null;
  private run: RunSession | null = null;
  private readonly gate = new BackendGate();
  private stops = 0;

  constructor(private readonly surroundings: Surroundings) {
    this.held = new HeldModel(surroundings);
    this.starts = new ImportedStarts(surroundings);
    this.features = { memory: new FeatureMemory(), disk: surroundings.featureDisk ?? null };
  }

  handle<T extends RequestType>(request: Request<T>): Promise<Answer<T>> {
    const answer = () => (this.handlers[request.type] as Handlers[T])(request);
    if (computesNothing.has(request.type)) return answer();
    const { stops } = this;
    return this.gate.pass(() => {
      // It was stopped before it could begin.
      if (this.stops !== stops) throw new EngineFailure({ code: 'cancelled', data: {} });
      return answer();
    });
  }

  /** Frees the model; another can be loaded then. */
  free(): void {
    this.held.free();
  }

  private readonly handlers: Handlers = {
    backend: ({ force }) => this.useBackend(force),
    load: ({ plan, project, seed, weights }) => this.load(plan, project, seed, weights),
    restore: ({ project, plan }) => this.restore(project, plan),
    train: ({ training, resume }) => this.train(training, resume),
    pause: async () => (this.run?.pause(), null),
    resume: async () => (this.run?.resume(), null),
    stop: async () => (this.stops++, this.run?.stop(), this.held.cancel(), this.starts.cancel(), null),
    evaluate: ({ training }) => this.evaluate(training),
    predict: async ({ sample, layers, preparation }) => {
      const { guard } = await this.held.backend();
      return predict(this.held.model(), sample, layers, guard, preparation);
    },
    weights: async () => weightData(this.held.model()),
    runs: async ({ project }) =>
      (await this.surroundings.checkpoints.runs(project)).map((run) => (this.run === null ? settled(run) : run)),
    forget: async ({ project, run }) => (await this.surroundings.checkpoints.forget(project, run), null),
    kept: () => this.surroundings.checkpoints.projects(),
    importWeights: ({ files }) => this.importWeights(files),
    imported: ({ project }) => this.starts.fingerprint(project),
    ...transferHandlers({
      model: () => this.held.model(),
      guard: async () => (await this.held.backend()).guard,
      emit: (event) => this.surroundings.emit(event),
    }),
    memory: async () => ({ tensors: memory().numTensors, bytes: memory().numBytes }),
  };

  private async useBackend(force: BackendName | 'auto') {
    const { info } = await this.gate.change(
      () => this.run?.stop(),
      () => this.held.use(force),
    );
    return info;
  }

  private async load(plan: Plan, project: string, seed: number, weights: WeightData | null) {
    const begun = performance.now();
    await this.endRun();
    const files = () => this.starts.filesFor(project, plan, true);
    if (await this.held.load(plan, project, seed, { weights, files })) {
      this.project = project;
      this.snapshot = null;
    }
    return { parameters: plan.totals.parameters, milliseconds: performance.now() - begun };
  }

  private async importWeights(files: readonly NamedBlob[]): Promise<MatchReport> {
    await this.endRun();
    const report = await this.held.importWeights(files, this.snapshot?.weights ?? null);
    this.snapshot = null;
    await this.starts.keep(this.project, this.held.model().plan, files);
    return report;
  }

  private async restore(project: string, plan: Plan): Promise<Run | null> {
    const checkpoint = await this.surroundings.checkpoints.load(project);
    if (checkpoint === null || checkpoint.fingerprint !== fingerprint(plan)) return null;
    const { still, optimizer, steps } = checkpoint;
    const weights = { ...still.weights, ...checkpoint.weights };
    await this.load(plan, project, checkpoint.run.training.seed, weights);
    this.held.startFrom(await this.starts.filesFor(project, plan, false));
    const run: Run = { ...checkpoint.run, state: checkpoint.run.state === 'finished' ? 'finished' : 'stopped' };
    this.snapshot = { run, weights, optimizer, steps };
    this.held.model().run.step = steps;
    return run;
  }

  private async task(training: Training, signal = new AbortController().signal) {
    const built = this.held.model();
    const want = wantedPhotos(built.plan, training);
    const dataset = await this.surroundings.dataset(training.dataset, this.project, want, signal);
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
      features: this.features,
      keep: (snapshot) => {
        this.snapshot = snapshot;
      },
      recover: async ({ weights }) => {
        const active = await this.held.recover(weights);
        return { task: await this.task(training), active };
      },
    });
    this.run = run;
    try {
      const active = await this.held.backend();
      const { plan } = this.held.model();
      const features = training.featureCache === 'auto' && !training.augmentation.enabled;
      refuseTooLarge(plan, active, training.batchSize, optimizerSlots(training.optimizer).length, features);
      const task = await this.task(training, run.signal);
      if (before === null) await this.held.startAgain(training.seed);
      this.held.touch();
      return await run.go(task, active, resolvedLosses(plan, training));
    } finally {
      this.run = null;
      run.end();
    }
  }

  private async evaluate(training: Training): Promise<Evaluation> {
    const { guard } = await this.held.backend();
    const task = await onKeptFeatures(await this.task(training), training, this.features);
    try {
      return await evaluate({ task, guard });
    } finally {
      task.release?.();
    }
  }

  private async endRun(): Promise<void> {
    this.run?.stop();
    await this.run?.ended;
  }
}
