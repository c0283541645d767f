import { type Plan, preprocessingFor } from '../../compile/plan';
import { fixedBatch, stateful } from '../../compile/stateful';
import { type Split, splitOf } from '../../data/batches';
import { type Dataset, factsOf } from '../../data/dataset';
import { type Feed, type Compatibility, type Head, type DataTrouble, compatibilityOf } from '../../data/compatibility';
import type { Training } from '../../document/training';
import type { Preprocessing } from '../../pretrained/preprocessing';
import { activitiesOf } from './activities';
import { classWeights } from '../../data/classWeights';
import { augmentedInputs, augments, plainInputs } from '../input/datasetInputs';
import type { InputPipeline } from '../input/inputPipeline';
import { EngineError } from '../protocol/engineError';
import type { BuiltModel } from '../model/model';
import { refuseUnfitSizes } from '../input/unfitSizes';

/** A model with the data it works on and the losses that judge it. */
export interface Task {
  readonly built: BuiltModel;
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

/** The misfit as the error of a run that starts all the same. */
function failureOf({ shapes }: Plan, misfit: DataTrouble): EngineError {
  if (misfit.code === 'inputMisfit') {
    return new EngineError({
      code: 'dataMismatch',
      data: { expected: misfit.expected, got: misfit.got, what: 'input' },
    });
  }
  if (misfit.code === 'outputMisfit') {
    const { expected, got } = misfit;
    const wanted = expected.kind === 'classes' ? expected.classes : expected.units;
    return new EngineError({ code: 'dataMismatch', data: { expected: got, got: [wanted], what: 'output' } });
  }
  const end = 'output' in misfit ? misfit.output : misfit.input;
  return new EngineError({ code: 'dataMismatch', data: { expected: shapes[end] ?? [], got: [], what: misfit.code } });
}

/** Model, data and losses brought together. Throws `EngineError` when they do not fit. */
export function taskFor(built: BuiltModel, dataset: Dataset, training: Training): Task {
  const fit: Compatibility = compatibilityOf(built.plan, training, factsOf(dataset));
  if ('code' in fit) throw failureOf(built.plan, fit);
  refuseUnfitSizes(
    built,
    fit.feeds.map(({ shape }) => shape),
  );
  const split = splitOf(dataset, training.validationSplit);
  const remembers = stateful(built.plan);
  const mode = preprocessingFor(built.plan, training.preprocessing);
  const pixels = { dataset, feeds: fit.feeds, mode };
  const activities = activitiesOf(built);
  const changes = augments(pixels, training.augmentation);
  return {
    built,
    dataset,
    split,
    ...fit,
    mode,
    training: {
      activities,
      inputs: changes ? augmentedInputs(pixels, training.augmentation, training.seed) : plainInputs(pixels),
    },
    checking: { activities, inputs: plainInputs(pixels) },
    classWeights: training.classWeight === 'balanced' ? classWeights(dataset.target, split.training) : null,
    batchSize: fixedBatch(built.plan) ?? training.batchSize,
    stateful: remembers,
  };
}
