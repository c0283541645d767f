import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { Target } from '../../data/dataset';
import type { Head } from '../../data/compatibility';
import type { Task } from '../training/task';

/** Samples as tensors: one per input, one per output, and how much each sample counts (null: all alike). */
export interface Batch {
  readonly xs: readonly Tensor[];
  readonly ys: readonly Tensor[];
  readonly weights: Tensor | null;
}

/** What one output should say about some samples: `[samples, units]`. */
function targetsOf(target: Target, { units, targets }: Head, samples: Uint32Array): Tensor {
  const rows = new Float32Array(samples.length * units).fill(targets === 'plusMinus' ? -1 : 0);
  samples.forEach((sample, row) => {
    if (target.kind === 'numbers') {
      rows.set(target.values.subarray(sample * units, (sample + 1) * units), row * units);
      return;
    }
    const label = target.labels[sample]!;
    if (units > 1) rows[row * units + label] = 1;
    else rows[row] = targets === 'plusMinus' ? label * 2 - 1 : label;
  });
  return tensor(rows, [samples.length, units]);
}

/** Keras: the sample's own weight times, while training, that of its class. */
function weightsOf({ dataset, classWeights }: Task, samples: Uint32Array, training: boolean): Tensor | null {
  const { sampleWeights, target } = dataset;
  const byClass = training && target.kind === 'classes' ? classWeights : null;
  if (sampleWeights === null && byClass === null) return null;
  const weights = Float32Array.from(samples, (sample) => {
    const label = target.kind === 'classes' ? target.labels[sample]! : 0;
    return (sampleWeights?.[sample] ?? 1) * (byClass?.[label] ?? 1);
  });
  return tensor(weights, [samples.length]);
}

/** Inputs, targets and weights of some samples; the caller disposes them. `epoch` is null where the model only looks. */
export function batchOf(task: Task, samples: Uint32Array, epoch: number | null): Batch {
  return {
    xs: epoch === null ? task.checking.inputs(samples, 1) : task.training.inputs(samples, epoch),
    ys: task.heads.map((head) => targetsOf(task.dataset.target, head, samples)),
    weights: weightsOf(task, samples, epoch !== null),
  };
}

/** The samples in the task's batches, in order. */
export function batchesOf(
  { batchSize, stateful }: Pick<Task, 'batchSize' | 'stateful'>,
  samples: Uint32Array<ArrayBuffer>,
) {
  const count = stateful ? Math.floor(samples.length / batchSize) : Math.ceil(samples.length / batchSize);
  return Array.from({ length: count }, (_, batch) => samples.subarray(batch * batchSize, (batch + 1) * batchSize));
}
