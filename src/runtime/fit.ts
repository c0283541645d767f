import type { Dataset } from '../data/dataset';
import type { Watching } from '../engine/backend/watching';
import { initialise, setWeights, weightData } from '../engine/model/trainableModel';
import type { BatchProgress, EpochMetrics } from '../engine/protocol/curves';
import { DeadRun } from '../engine/soundness/deadRun';
import { evidenceOf } from '../engine/soundness/evidenceOf';
import { type Cause, likelyCause } from '../engine/soundness/likelyCause';
import { BestWeights } from '../engine/training/updates/bestWeights';
import { metricsOf } from '../engine/training/metrics';
import { optimizerFor } from '../engine/training/updates/optimizerFor';
import { RunControl } from '../engine/training/runControl';
import { type Job, check, train } from '../engine/training/train';
import type { Adopted } from './model/adopted';
import { refuseTooLarge } from './model/room';
import type { Settings } from './settings';
import { taskFor } from './task';
import type { TrainingState } from './files/trainingState';
import { absurdText, deadText } from './troubleText';

/** The backend tells by itself when it fails. */
const guard: Watching = { watch: (work) => work };

/** First weights and all that is drawn at random, from the seed of the settings. */
export function seeded(model: Adopted, { seed }: Settings): void {
  initialise(model, seed);
}

export interface Fit {
  readonly model: Adopted;
  readonly dataset: Dataset;
  readonly settings: Settings;
  /** Where an earlier run stands that goes on; null begins one. */
  readonly from: TrainingState | null;
  /** Batches of each epoch at most: a short try. */
  readonly batches?: number | undefined;
  progress?(progress: BatchProgress): void;
  /** After every epoch, before the next begins; `state` is asked for what is needed to go on later. */
  finished(epochs: readonly EpochMetrics[], state: () => Promise<TrainingState>): Promise<void>;
  warn(text: string): void;
}

/** What comes of a run: all epochs, and loss and metrics on the samples held back for the test, where there are some. */
export interface Fitted {
  readonly epochs: readonly EpochMetrics[];
  /** The epoch whose weights the model has at the end, as the best; null: those of the last. */
  readonly restored: number | null;
  readonly test: Readonly<Record<string, number>> | null;
}

/**
 * Trains a model as DeepBrick's page does, with the same code: the same settings and seed give the same losses. Throws in
 * words where the data do not fit, and where a loss or a weight is no number any more; the weights are then those of the
 * last good epoch.
 */
export async function fit({ model, dataset, settings, from, batches, ...told }: Fit): Promise<Fitted> {
  const whole = await taskFor(model, dataset, settings);
  refuseTooLarge(model.model, whole.training.activities.model, settings.optimizer, whole.batchSize);
  const { split } = whole;
  const most = batches === undefined ? split.training.length : batches * whole.batchSize;
  const task = { ...whole, split: { ...split, training: split.training.slice(0, most) } };
  const optimizer = optimizerFor(settings);
  if (from?.optimizer.name === optimizer.name) {
    const trained = model.weights.filter(({ trainable }) => trainable);
    optimizer.restore(trained, from.optimizer.state);
  }
  if (from !== null) model.run.step = from.steps;
  const rate = Number(settings.optimizer.settings['learningRate'] ?? 0);
  const causeFor = async (samples: Uint32Array): Promise<Cause> =>
    likelyCause(await evidenceOf(task, samples, guard), dataset.vocabulary !== null);
  const state = async (epochs: readonly EpochMetrics[]): Promise<TrainingState> => ({
    epochs,
    steps: model.run.step,
    optimizer: { name: optimizer.name, state: await optimizer.state() },
  });
  // What is frozen stays as it is.
  const learned = { ...model, weights: model.weights.filter(({ frozen }) => !frozen) };
  let good = await weightData(learned);
  const best = new BestWeights(settings.earlyStopping, from?.epochs.length ?? 0);
  let warned = false;
  const job: Job = {
    task,
    training: settings,
    optimizer,
    control: new RunControl(),
    guard,
    done: from?.epochs ?? [],
    begun: 0,
    last: (from?.epochs.length ?? 0) + settings.epochs,
    progress: (progress) => told.progress?.(progress),
    async absurd({ loss, samples }) {
      if (warned) return;
      warned = true;
      told.warn(absurdText(loss, await causeFor(samples), rate));
    },
    async finished(epochs) {
      good = await weightData(learned);
      best.look(epochs, good);
      await told.finished(epochs, () => state(epochs));
    },
  };
  try {
    const epochs = await train(job);
    const restored = best.restore(learned);
    return { epochs, restored, test: await tested(job) };
  } catch (error) {
    if (!(error instanceof DeadRun)) throw error;
    setWeights(learned, good);
    throw new Error(deadText(error.found, await causeFor(error.found.samples), rate), { cause: error });
  } finally {
    optimizer.dispose();
  }
}

async function tested(job: Job): Promise<Fitted['test']> {
  const { test } = job.task.split;
  if (test.length === 0) return null;
  const task = { ...job.task, split: { ...job.task.split, validation: test } };
  const totals = (await check({ ...job, task }))!;
  return { loss: totals.loss / totals.samples, ...metricsOf(job.task.heads, totals) };
}
