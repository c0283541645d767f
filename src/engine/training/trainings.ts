import type { Plan } from '../../compile/plan';
import type { Importance } from '../../data/scores/importance';
import type { Training } from '../../document/training';
import { optimizerSlots } from '../../document/training/trainingChoices';
import { refuseTooLarge } from '../backend/limits';
import { type FeatureContext, onKeptFeatures } from '../features/featureCache';
import { wantedPhotos } from '../input/wantedPhotos';
import type { Models, Ready } from '../model/models';
import type { Beginning } from '../model/starts/beginning';
import { EngineError, cancelledError } from '../protocol/engineError';
import type { Ends, Request } from '../protocol/protocol';
import type { Run } from '../protocol/run';
import type { Evaluation, OutputEvaluation } from '../protocol/curves';
import type { Share } from '../protocol/share';
import type { Surroundings } from '../surroundings';
import type { Begun } from './begun';
import { RunSession } from './runSession';
import { type Judging, type Told, evaluate, evaluateTest } from '../evaluation/evaluate';
import { importanceOf } from '../evaluation/importanceOf';
import { linearBaseline } from '../evaluation/linearBaseline';
import { taskFor } from './taskFor';

/** Runs, one after the other. */
export class Trainings {
  private readonly runs = new Set<RunSession>();

  constructor(
    private readonly surroundings: Surroundings,
    private readonly models: Models,
    private readonly features: FeatureContext['places'],
  ) {}

  /** Is there a run of this project? */
  of(project: string): boolean {
    return [...this.runs].some((run) => run.settings.project === project);
  }

  get paused(): boolean {
    return [...this.runs].some(({ control }) => control.paused);
  }

  pause(): void {
    for (const run of this.runs) run.pause();
  }

  resume(): void {
    for (const run of this.runs) run.resume();
  }

  stop(): void {
    for (const run of this.runs) run.stop();
  }

  /** Stops what goes on and waits for its end. */
  async end(): Promise<void> {
    this.stop();
    await Promise.all([...this.runs].map(({ ended }) => ended));
  }

  async train({ about, training, resume }: Request<'train'>, { stopped }: Ends): Promise<Run> {
    const { models } = this;
    const waits = this.runs.size > 0;
    const before = this.end();
    // From here on it can be paused and stopped, however long the run before and the data take.
    const run = this.session(about.project, training);
    this.runs.add(run);
    try {
      await before;
      // Another took its place before it had begun.
      if (waits && run.signal.aborted) throw cancelledError();
      await models.use(about, stopped, async ({ active }) => {
        const slots = optimizerSlots(training.optimizer).length;
        const features = training.featureCache === 'auto' && !training.augmentation.enabled;
        refuseTooLarge(about.plan, active, training.batchSize, slots, features);
      });
      const dataset = await this.dataset(about.project, about.plan, training, run.signal);
      const begin = async ({ built, active }: Ready): Promise<Begun> => ({
        // Data that do not fit leave the weights as they are.
        task: taskFor(built, dataset, training),
        active,
        ...(await this.beginning(about.project, training, resume)),
        async recover(weights, sameKind) {
          const again = await models.recover(weights, sameKind);
          return { task: taskFor(again.built, dataset, training), active: again.active };
        },
      });
      return await models.change(about, stopped, begin, async (begun) => {
        try {
          return await run.go(begun);
        } catch (error) {
          models.giveUp();
          throw error;
        }
      });
    } finally {
      this.runs.delete(run);
      run.end();
    }
  }

  /** How the model does on the validation samples. */
  evaluate({ about, training }: Request<'evaluate'>, ends: Ends): Promise<Evaluation> {
    return this.judging({ about, training }, ends, true, evaluate);
  }

  /** How it does on those of the test, which is kept with the run. */
  async test({ about, run }: Request<'test'>, ends: Ends): Promise<Run> {
    if (run.evaluation === null) throw new EngineError({ code: 'notTrained', data: {} });
    const test = await this.asked({ about, run }, ends, true, evaluateTest);
    const tested: Run = { ...run, evaluation: { ...run.evaluation, test }, tested: (run.tested ?? 0) + 1 };
    await this.surroundings.checkpoints.saveRun(about.project, tested);
    return tested;
  }

  /** How much it needs each column of a table. What is kept of a frozen part would not know that a column has changed. */
  importance(request: Request<'importance'>, ends: Ends): Promise<Importance> {
    return this.asked(request, ends, false, importanceOf);
  }

  /** What a linear model gets beside it. */
  linear(request: Request<'linear'>, ends: Ends): Promise<OutputEvaluation> {
    return this.asked(request, ends, false, linearBaseline);
  }

  /** What is asked of the model of a run, with its progress. */
  private async asked<T>(
    { about, run }: Omit<Request<'test'>, 'type'>,
    ends: Ends,
    kept: boolean,
    work: (job: Judging, told: Told) => Promise<T>,
  ): Promise<T> {
    const { run: learned } = await this.models.state(about);
    if (learned?.id !== run.id) throw new EngineError({ code: 'notTrained', data: {} });
    const progress = (share: Share) =>
      this.surroundings.emit({ type: 'many', ...share, project: about.project, runId: null });
    const told = { progress, cancelled: ends.cancelled };
    return this.judging({ about, training: run.training }, ends, kept, (job) => work(job, told));
  }

  /** What works with the model on its samples as a run does. */
  private async judging<T>(
    { about, training }: Pick<Request<'evaluate'>, 'about' | 'training'>,
    { cancelled, stopped }: Ends,
    kept: boolean,
    work: (job: Judging) => Promise<T>,
  ): Promise<T> {
    const dataset = await this.dataset(about.project, about.plan, training, cancelled);
    return this.models.use(about, stopped, async ({ built, active: { guard } }) => {
      const plain = taskFor(built, dataset, training);
      const task = kept ? await onKeptFeatures(plain, training, this.features) : plain;
      try {
        return await work({ task, guard });
      } finally {
        task.release?.();
      }
    });
  }

  /** What a run starts from; how often its test was used is known to the history alone. */
  private async beginning(project: string, training: Training, resume: boolean): Promise<Beginning> {
    const beginning = await this.models.begin(training.seed, resume, training.optimizer);
    const { learned } = beginning;
    if (learned === null) return beginning;
    const kept = (await this.surroundings.checkpoints.runs(project)).find(({ id }) => id === learned.run.id);
    if (kept?.tested === undefined) return beginning;
    return { ...beginning, learned: { ...learned, run: { ...learned.run, tested: kept.tested } } };
  }

  private session(project: string, training: Training): RunSession {
    const { features, models } = this;
    const { emit, checkpoints } = this.surroundings;
    return new RunSession({
      project,
      training,
      checkpoints,
      features,
      emit,
      keep: (snapshot) => models.learn(snapshot),
    });
  }

  private dataset(project: string, plan: Plan, training: Training, signal: AbortSignal) {
    return this.surroundings.dataset(training.dataset, project, wantedPhotos(plan, training), signal);
  }
}
