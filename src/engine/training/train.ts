import { batchesOf, epochOrder } from '../../data/batches';
import { DeadRun } from '../soundness/deadRun';
import { isAbsurd } from '../soundness/isAbsurd';
import type { RunControl } from './runControl';
import { yieldToEventLoop } from '../watch/steps';
import { type EarlyStopping, shouldStop } from './earlyStopping';
import type { Watching } from '../backend/watching';
import { type Totals, isSound, metricsOf, named } from './metrics';
import type { Optimizer } from './updates/optimizer';
import { forget } from '../model/resetStates';
import type { BatchProgress, EpochMetrics } from '../protocol/curves';
import { Pace, MetricAccumulator } from './metricAccumulator';
import { Speed } from './speed';
import type { Task } from './task';
import { checkStep, trainStep } from './trainStep';
import { weightsFlaw } from '../soundness/weightsFlaw';

export interface Job {
  readonly task: Task;
  readonly training: {
    readonly seed: number;
    readonly shuffle: boolean;
    readonly earlyStopping: EarlyStopping;
  };
  readonly optimizer: Optimizer;
  readonly control: RunControl;
  readonly guard: Watching;
  /** Epochs that were done before what is trained now, and by another schedule. */
  readonly begun: number;
  /** Epochs already done, and the last one to do. */
  readonly done: readonly EpochMetrics[];
  readonly last: number;
  progress(progress: BatchProgress): void;
  /** Called after an epoch whose loss is a number, but larger than any that is meant. */
  absurd(found: { readonly epoch: number; readonly loss: number; readonly samples: Uint32Array }): Promise<void>;
  /**
   * Called after every epoch, before the next begins; `untrained` is the loss of the run's very first batch, which nothing
   * had been learned for; null in a run that goes on from an earlier one.
   */
  finished(epochs: readonly EpochMetrics[], untrained: number | null): Promise<void>;
}

/**
 * Trains until the last epoch, until it is stopped, or until it no longer improves; the epochs done come back. Throws
 * `DeadRun` at the first batch whose loss, or an output of which, is no finite number, in training and in validation.
 */
export async function train(job: Job): Promise<readonly EpochMetrics[]> {
  const epochs = [...job.done];
  const speed = new Speed(job.control);
  const pace = new Pace();
  let untrained: number | null = null;
  while (epochs.length < job.last && !job.control.stopped) {
    const epoch = epochs.length + 1;
    job.optimizer.learningRate.look(epochs.slice(job.begun));
    const begun = performance.now() - job.control.pausedFor;
    const training = await trainEpoch(job, epoch, speed, pace);
    if (training === null) break;
    if (epoch === 1) untrained = training.first;
    const validation = await check(job, epoch);
    const seconds = (performance.now() - job.control.pausedFor - begun) / 1000;
    epochs.push(epochMetrics(job, epoch, training, validation, seconds));
    await job.finished(epochs, untrained);
    const loss = training.loss / training.samples;
    if (
      isAbsurd(
        loss,
        job.task.heads.map((head) => head.loss),
      )
    ) {
      const samples = job.task.split.training.subarray(0, job.task.batchSize);
      await job.absurd({ epoch, loss, samples });
    }
    if (shouldStop(epochs, job.training.earlyStopping)) break;
  }
  return epochs;
}

/** The sums of one epoch, and the loss of its first batch; null when it was stopped on the way. */
async function trainEpoch(
  job: Job,
  epoch: number,
  speed: Speed,
  pace: Pace,
): Promise<(Totals & { readonly first: number }) | null> {
  const { task, training, control, guard } = job;
  const inOrder = task.stateful || !training.shuffle;
  const order = epochOrder(task.split.training, training.seed, epoch, !inOrder);
  const parts = batchesOf(task, order);
  const batches = parts.length;
  const each = parts.reduce((sum, part) => sum + part.length, 0);
  let seen = 0;
  forget(task.built);
  const accumulator = new MetricAccumulator(pace, () => weightsFlaw(task.built));
  const sound = () => soundTotals(job, accumulator, { part: 'training', epoch, batches: parts });
  try {
    for (const [index, part] of parts.entries()) {
      const batch = index + 1;
      await control.gate();
      if (control.stopped) {
        // What is kept of a stopped run must be sound, too.
        if (index > 0) await guard.watch(accumulator.finish()).then(sound);
        return null;
      }
      accumulator.add(trainStep(task, job.optimizer, part, epoch));
      speed.count(part.length);
      seen += part.length;
      if (await guard.watch(accumulator.look(speed.depth))) {
        const values = await sound();
        const left = (job.last - epoch + 1) * each - seen;
        const { samples } = values;
        job.progress({
          epoch,
          epochs: job.last,
          batch,
          batches,
          loss: values.loss / samples,
          accuracy: accuracyOf(job, values),
          metrics: metricsOf(job.task.heads, values),
          imagesPerSecond: speed.perSecond(),
          secondsLeft: left / speed.perSecond(),
        });
      }
      await yieldToEventLoop();
    }
    await guard.watch(accumulator.finish());
    return { ...(await sound()), first: accumulator.first };
  } finally {
    accumulator.dispose();
  }
}

/** The sums over the validation samples; null where there are none. Throws `DeadRun` where they end this epoch unsoundly. */
export async function check(job: Pick<Job, 'task' | 'guard'>, epoch: number | null = null): Promise<Totals | null> {
  const { task, guard } = job;
  const parts = batchesOf(task, task.split.validation);
  if (parts.length === 0) return null;
  forget(task.built);
  const accumulator = new MetricAccumulator(null);
  try {
    for (const part of parts) {
      accumulator.add(checkStep(task, part));
      await yieldToEventLoop();
    }
    const values = await guard.watch(accumulator.finish());
    if (epoch === null) return named(values, task.heads);
    return await soundTotals(job, accumulator, { part: 'validation', epoch, batches: parts });
  } finally {
    accumulator.dispose();
  }
}

/** What was read last. Throws `DeadRun` when it, or the weights, are no finite numbers. */
async function soundTotals(
  { task, guard }: Pick<Job, 'task' | 'guard'>,
  accumulator: MetricAccumulator,
  at: Pick<DeadRun['found'], 'part' | 'epoch'> & { readonly batches: readonly Uint32Array[] },
): Promise<Totals> {
  const totals = named(accumulator.seen, task.heads);
  const { part, epoch, batches } = at;
  if (!isSound(accumulator.seen)) {
    const batch = (await guard.watch(accumulator.firstUnsound())) ?? accumulator.counted;
    const outputs = task.heads.filter((_, index) => !Number.isFinite(totals.outputs[index]!.loss));
    throw new DeadRun({
      part,
      epoch,
      batch,
      samples: batches[batch - 1]!,
      outputs: outputs.map(({ output }) => output),
    });
  }
  if (Number.isFinite(accumulator.flaw)) return totals;
  const batch = accumulator.counted;
  throw new DeadRun({ part: 'weights', epoch, batch, samples: batches[batch - 1]!, outputs: [] });
}

/** The accuracy of the only output; several have their own among the metrics. */
function accuracyOf({ task: { heads } }: Pick<Job, 'task'>, values: Totals): number | null {
  const [only, ...others] = heads;
  const [own] = values.outputs;
  if (only === undefined || own === undefined || others.length > 0 || !only.metrics.includes('accuracy')) return null;
  return own.right / own.samples;
}

function epochMetrics(job: Job, epoch: number, values: Totals, checked: Totals | null, seconds: number): EpochMetrics {
  return {
    epoch,
    loss: values.loss / values.samples,
    accuracy: accuracyOf(job, values),
    validationLoss: checked && checked.loss / checked.samples,
    validationAccuracy: checked && accuracyOf(job, checked),
    metrics: metricsOf(job.task.heads, values),
    validationMetrics: checked ? metricsOf(job.task.heads, checked) : {},
    seconds,
  };
}
