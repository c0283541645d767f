import { type Split, splitOf } from '../../data/batches';
import { classWeights } from '../../data/classWeights';
import type { Dataset } from '../../data/dataset';
import type { Feed, Head } from '../../data/fitting';
import type { Preprocessing } from '../../pretrained/preprocessing';
import type { Augmentation } from '../input/augment';
import { augmentedInputs, augments, plainInputs } from '../input/datasetInputs';
import type { InputPipeline } from '../input/inputPipeline';
import type { TrainableModel } from '../model/trainableModel';
import type { Activities } from './activities';

/** A model with the data it works on and the losses that judge it. */
export interface Task<Built extends TrainableModel = TrainableModel> {
  readonly built: Built;
  readonly dataset: Dataset;
  readonly split: Split;
  readonly feeds: readonly Feed[];
  readonly heads: readonly Head[];
  /** How pictures are prepared. */
  readonly mode: Preprocessing;
  /** The ways that samples take in training, where they may be changed at random, and everywhere else. */
  readonly training: InputPipeline;
  readonly checking: InputPipeline;
  /** Lets go of what the courses read from. */
  release?(): void;
  /** How much each class counts while training; null when all count alike. */
  readonly classWeights: Float32Array<ArrayBuffer> | null;
  /** Samples of every batch; the order is kept, and an incomplete batch left out, when the model remembers. */
  readonly batchSize: number;
  readonly stateful: boolean;
}

/** How the samples are taken, and what the model makes of them. */
interface Work {
  readonly feeds: readonly Feed[];
  readonly heads: readonly Head[];
  readonly mode: Preprocessing;
  readonly activities: Activities;
  /** Does a layer keep its state from one batch to the next? */
  readonly stateful: boolean;
  /** The size of every batch, where the model fixes it. */
  readonly fixedBatch: number | null;
  readonly training: {
    readonly validationSplit: number | null;
    readonly classWeight: 'none' | 'balanced';
    readonly augmentation: Augmentation & { readonly enabled: boolean };
    readonly batchSize: number;
    readonly seed: number;
  };
}

/** Model, data and losses that fit each other, brought together. */
export function taskOf<Built extends TrainableModel>(
  built: Built,
  dataset: Dataset,
  { feeds, heads, mode, activities, stateful, fixedBatch, training }: Work,
): Task<Built> {
  const split = splitOf(dataset, training.validationSplit);
  const pixels = { dataset, feeds, mode };
  const changes = augments(pixels, training.augmentation);
  return {
    built,
    dataset,
    split,
    feeds,
    heads,
    mode,
    training: {
      activities,
      inputs: changes ? augmentedInputs(pixels, training.augmentation, training.seed) : plainInputs(pixels),
    },
    checking: { activities, inputs: plainInputs(pixels) },
    classWeights: training.classWeight === 'balanced' ? classWeights(dataset.target, split.training) : null,
    batchSize: fixedBatch ?? training.batchSize,
    stateful,
  };
}
