import { dispose, tidy } from '@tensorflow/tfjs-core';
import { batchesOf } from '../../data/batches';
import type { DatasetInputs } from '../../engine/input/datasetInputs';
import { yieldToEventLoop } from '../../engine/watch/steps';
import { withActivities } from '../../engine/training/activities';
import type { Task } from '../../engine/training/task';
import type { Adopted } from './adopted';
import { type FrozenFront, betweenTensors, throughFront } from './frozenFront';
import type { Watched } from './watched';

/** Bytes of what is kept between the frozen part and the rest; beyond that it is computed for each batch. */
const room = 2 ** 30;
/** Samples that go through the frozen part at once. */
const atOnce = 16;

/** What the frozen part makes of samples: kept by the sample, and by the turn of its random changes. */
class Features {
  private readonly rows = new Map<string, Float32Array>();

  constructor(
    private readonly cut: FrozenFront,
    private readonly inputs: DatasetInputs,
    /** Epochs whose random changes take turns; null: pictures are not changed. */
    private readonly turns: number | null,
  ) {}

  /** The first epoch whose random changes this one sees again. */
  private turn(epoch: number): number {
    return this.turns === null ? epoch : ((epoch - 1) % this.turns) + 1;
  }

  private id(sample: number, epoch: number): string {
    return this.turns === null ? String(sample) : `${sample} ${this.turn(epoch)}`;
  }

  /** Computes and keeps what is asked for later, epoch by epoch where they differ. */
  async keep(samples: Uint32Array<ArrayBuffer>, epochs: number): Promise<void> {
    const turns = this.turns === null ? 1 : Math.min(epochs, this.turns);
    for (let epoch = 1; epoch <= turns; epoch++) {
      for (const part of batchesOf({ batchSize: atOnce, stateful: false }, samples)) {
        const outputs = this.computed(part, epoch);
        const values = await Promise.all(outputs.map((output) => output.data<'float32'>()));
        dispose(outputs);
        part.forEach((sample, row) => this.rows.set(this.id(sample, epoch), joined(values, row, part.length)));
        await yieldToEventLoop();
      }
    }
  }

  private computed(samples: Uint32Array, epoch: number) {
    return tidy(() => throughFront(this.cut, this.inputs(samples, this.turn(epoch))));
  }

  readonly between: DatasetInputs = (samples, epoch) => {
    const rows = Array.from(samples, (sample) => this.rows.get(this.id(sample, epoch)));
    const known = rows.filter((row) => row !== undefined);
    return known.length === rows.length ? betweenTensors(this.cut, known) : this.computed(samples, epoch);
  };
}

/** The values of one sample, layer after layer. */
function joined(values: readonly Float32Array[], row: number, rows: number): Float32Array {
  const parts = values.map((all) => all.subarray((row * all.length) / rows, ((row + 1) * all.length) / rows));
  const own = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    own.set(part, to);
    to += part.length;
  }
  return own;
}

export interface Fed {
  readonly task: Task<Adopted>;
  readonly cut: FrozenFront;
  /** Layers whose outputs cost. */
  readonly watched: readonly Watched[];
  /** Does training change pictures at random? */
  readonly changes: boolean;
  /** So many random changes of each picture take turns; 0: new ones every epoch. */
  readonly variants: number;
  readonly epochs: number;
}

/**
 * The same task on what the frozen part makes of the samples, which is computed once, as the page does it. It needs less
 * memory, too: no gradients go through that part.
 */
export async function onFrozenFeatures({ task, cut, watched, changes, variants, epochs }: Fed): Promise<Task<Adopted>> {
  const { split } = task;
  const plain = new Features(cut, task.checking.inputs, null);
  const changed = changes ? new Features(cut, task.training.inputs, variants > 0 ? variants : null) : plain;
  const turns = changes ? Math.min(variants, epochs) : 1;
  const numbers = cut.shapes.reduce((sum, shape) => sum + shape.reduce((product, axis) => product * axis, 1), 0);
  const looked = split.validation.length + split.test.length;
  const bytes = 4 * numbers * (looked + turns * split.training.length);
  if (bytes <= room) {
    for (const part of [split.validation, split.test]) await plain.keep(part, 1);
    if (turns > 0) await changed.keep(split.training, epochs);
  }
  const activities = withActivities(
    cut.rest,
    watched.map(({ regularizer, layer }) => ({ regularizer, symbol: cut.symbols.get(layer)! })),
  );
  return {
    ...task,
    checking: { activities, inputs: plain.between },
    training: { activities, inputs: changes && variants === 0 ? fresh(cut, task) : changed.between },
  };
}

/** New random changes every epoch: nothing of them is kept. */
const fresh =
  (cut: FrozenFront, { training }: Task<Adopted>): DatasetInputs =>
  (samples, epoch) =>
    tidy(() => throughFront(cut, training.inputs(samples, epoch)));
