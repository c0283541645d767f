import { epochOrder } from '../data/batches';
import type { MetricName, Training } from '../document/training';
import { type RunControl, nextTask } from './control';
import { shouldStop } from './earlyStopping';
import { EngineFailure } from './failure';
import type { Guard } from './guard';
import { metricsOf, named } from './metrics';
import type { Optimizer } from './optimizers';
import type { BatchProgress, EpochMetrics } from './protocol';
import { Pace, Tally } from './tally';
import { type Task, checkStep, trainStep } from './trainStep';

export interface Job {
  readonly task: Task;
  readonly training: Training;
  readonly metrics: readonly MetricName[];
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

type Values = ReturnType<typeof named>;

/** The sums of one epoch; null when it was stopped on the way. */
async function trainEpoch(job: Job, epoch: number, speed: Speed, pace: Pace): Promise<Values | null> {
  const { task, training, control, guard } = job;
  const order = epochOrder(task.split.training, training.seed, epoch, training.shuffle);
  const batches = Math.ceil(order.length / training.batchSize);
  const tally = new Tally(pace);
  try {
    for (let batch = 1; batch <= batches; batch++) {
      await control.gate();
      if (control.stopped) return null;
      tally.add(
        trainStep(task, job.optimizer, order.subarray((batch - 1) * training.batchSize, batch * training.batchSize)),
      );
      speed.count(Math.min(training.batchSize, order.length - (batch - 1) * training.batchSize));
      if (await guard.watch(tally.look(speed.depth))) {
        const values = finite(tally.seen, epoch, batch);
        const left =
          (job.last - epoch) * order.length + order.length - Math.min(order.length, batch * training.batchSize);
        const { samples } = values;
        job.progress({
          epoch,
          epochs: job.last,
          batch,
          batches,
          loss: values.loss / samples,
          accuracy: accuracyOf(job, values),
          imagesPerSecond: speed.perSecond(),
          secondsLeft: left / speed.perSecond(),
        });
      }
      await nextTask();
    }
    return finite(await guard.watch(tally.finish()), epoch, batches);
  } finally {
    tally.dispose();
  }
}

/** The sums over the validation samples; null where there are none. */
export async function check({
  task,
  training,
  guard,
}: Pick<Job, 'task' | 'training' | 'guard'>): Promise<Values | null> {
  const samples = task.split.validation;
  if (samples.length === 0) return null;
  const tally = new Tally(null);
  try {
    for (let start = 0; start < samples.length; start += training.batchSize) {
      tally.add(checkStep(task, samples.subarray(start, start + training.batchSize)));
      await nextTask();
    }
    return named(await guard.watch(tally.finish()));
  } finally {
    tally.dispose();
  }
}

function finite(values: ArrayLike<number>, epoch: number, batch: number): Values {
  const result = named(values);
  if (Number.isFinite(result.loss)) return result;
  throw new EngineFailure({ code: 'notANumber', data: { epoch, batch } });
}

const accuracyOf = ({ metrics }: Pick<Job, 'metrics'>, values: Values) =>
  metrics.includes('accuracy') ? values.right / values.samples : null;

function epochMetrics(job: Job, epoch: number, values: Values, checked: Values | null, seconds: number): EpochMetrics {
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
