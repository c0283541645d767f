import { resolvedLosses } from '../../compile/fittingLoss';
import type { Plan } from '../../compile/plan';
import type { Training } from '../../document/training';
import { optimizerSlots } from '../../document/training/trainingChoices';
import { refuseTooLarge } from '../backend/limits';
import { type FeatureContext, onKeptFeatures } from '../features/featureCache';
import { wantedPhotos } from '../input/wantedPhotos';
import type { Models, Ready } from '../model/models';
import { cancelledError } from '../protocol/engineError';
import type { Ends, Request } from '../protocol/protocol';
import type { Run } from '../protocol/run';
import type { Evaluation } from '../protocol/curves';
import type { Surroundings } from '../surroundings';
import type { Begun } from './begun';
import { RunSession } from './runSession';
import { evaluate } from '../evaluation/evaluate';
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
        metrics: resolvedLosses(built.plan, training),
        ...(await models.begin(training.seed, resume, training.optimizer)),
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
  async evaluate({ about, training }: Request<'evaluate'>, { cancelled, stopped }: Ends): Promise<Evaluation> {
    const dataset = await this.dataset(about.project, about.plan, training, cancelled);
    return this.models.use(about, stopped, async ({ built, active: { guard } }) => {
      const task = await onKeptFeatures(taskFor(built, dataset, training), training, this.features);
      try {
        return await evaluate({ task, guard });
      } finally {
        task.release?.();
      }
    });
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
