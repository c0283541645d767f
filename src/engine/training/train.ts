import { batchesOf, epochOrder } from '../../data/batches';
import type { Training } from '../../document/training';
import { type RunControl, yieldToEventLoop } from './runControl';
import { shouldStop } from './earlyStopping';
import { EngineError } from '../protocol/engineError';
import type { Guard } from '../backend/guard';
import { type OutputMetrics, type Totals, metricsOf, named } from './metrics';
import type { Optimizer } from './optimizers';
import { forget } from '../model/resetStates';
import type { BatchProgress, EpochMetrics } from '../protocol/run';
import { Pace, MetricAccumulator } from './metricAccumulator';
import type { Task } from './task';
import { checkStep, trainStep } from './trainStep';

export interface Job {
  readonly task: Task;
  readonly training: Training;
  /** What is measured, by output. */
  readonly metrics: readonly OutputMetrics[];
  readonly optimizer: Optimizer;
  readonly control: RunControl;
  readonly guard: Guard;
  /** Epochs already done, and the last one to do. */
  readonly done: readonly EpochMetrics[];
  readonly last: number;
  progress(progress: BatchProgress): void;
  /** Called after every epoch, before the next begins. */
  finished(epochs: readonly EpochMetrics[]): Promise<void>;
}

/** Trains until the last epoch, until it is stopped, or until it no longer improves; the epochs done come back. */
export async function train(job: Job): Promise<readonly EpochMetrics[]> {
  const epochs = [...job.done];
  const speed = new Speed(job.control);
  const pace = new Pace();
  while (epochs.length < job.last && !job.control.stopped) {
    const epoch = epochs.length + 1;
    const begun = performance.now() - job.control.pausedFor;
    const training = await trainEpoch(job, epoch, speed, pace);
    if (training === null) break;
    const validation = await check(job);
    const seconds = (performance.now() - job.control.pausedFor - begun) / 1000;
    epochs.push(epochMetrics(job, epoch, training, validation, seconds));
    await job.finished(epochs);
    if (shouldStop(epochs, job.training.earlyStopping)) break;
  }
  return epochs;
}

/** The sums of one epoch; null when it was stopped on the way. */
async function trainEpoch(job: Job, epoch: number, speed: Speed, pace: Pace): Promise<Totals | null> {
  const { task, training, control, guard } = job;
  const inOrder = task.stateful || !training.shuffle;
  const order = epochOrder(task.split.training, training.seed, epoch, !inOrder);
  const parts = batchesOf(task, order);
  const batches = parts.length;
  const each = parts.reduce((sum, part) => sum + part.length, 0);
  let seen = 0;
  forget(task.built);
  const accumulator = new MetricAccumulator(pace);
  try {
    for (const [index, part] of parts.entries()) {
      const batch = index + 1;
      await control.gate();
      if (control.stopped) return null;
      accumulator.add(trainStep(task, job.optimizer, part, epoch));
      speed.count(part.length);
      seen += part.length;
      if (await guard.watch(accumulator.look(speed.depth))) {
        const values = finite(accumulator.seen, epoch, batch);
        const left = (job.last - epoch + 1) * each - seen;
        const { samples } = values;
        job.progress({
          epoch,
          epochs: job.last,
          batch,
          batches,
          loss: values.loss / samples,
          accuracy: accuracyOf(job, values),
          metrics: metricsOf(job.metrics, values),
          imagesPerSecond: speed.perSecond(),
          secondsLeft: left / speed.perSecond(),
        });
      }
      await yieldToEventLoop();
    }
    return finite(await guard.watch(accumulator.finish()), epoch, batches);
  } finally {
    accumulator.dispose();
  }
}

/** The sums over the validation samples; null where there are none. */
export async function check({ task, guard }: Pick<Job, 'task' | 'guard'>): Promise<Totals | null> {
  const parts = batchesOf(task, task.split.validation);
  if (parts.length === 0) return null;
  forget(task.built);
  const accumulator = new MetricAccumulator(null);
  try {
    for (const part of parts) {
      accumulator.add(checkStep(task, part));
      await yieldToEventLoop();
    }
    return named(await guard.watch(accumulator.finish()));
  } finally {
    accumulator.dispose();
  }
}

function finite(values: ArrayLike<number>, epoch: number, batch: number): Totals {
  const result = named(values);
  if (Number.isFinite(result.loss)) return result;
  throw new EngineError({ code: 'notANumber', data: { epoch, batch } });
}

/** The accuracy of the only output; several have their own among the metrics. */
function accuracyOf({ metrics }: Pick<Job, 'metrics'>, values: Totals): number | null {
  const [only, ...others] = metrics;
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
    metrics: metricsOf(job.metrics, values),
    validationMetrics: checked ? metricsOf(job.metrics, checked) : {},
    seconds,
  };
}

/** Images per second over the last moments, paused time left out. */
class Speed {
  private images = 0;
  private since: number;
  private rate: number | null = null;

  constructor(private readonly control: RunControl) {
    this.since = this.now();
  }

  private now = () => performance.now() - this.control.pausedFor;

  count(images: number): void {
    this.images += images;
  }

  /** Smoothed, and measured anew since the last call. */
  perSecond(): number {
    const seconds = (this.now() - this.since) / 1000;
    if (seconds > 0.02 || this.rate === null) {
      const fresh = this.images / Math.max(seconds, 1e-3);
      this.rate = this.rate === null ? fresh : this.rate * 0.7 + fresh * 0.3;
      this.images = 0;
      this.since = this.now();
    }
    return this.rate;
  }

  /** How many batches may be queued before a read is awaited: few where one takes long, so that a pause comes soon. */
  get depth(): number {
    return this.rate !== null && this.rate > 2000 ? 8 : 2;
  }
}
