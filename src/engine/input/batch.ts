import type { Tensor } from '@tensorflow/tfjs-core';
import type { Task } from '../training/task';
import { targetBatch } from './targetBatch';
import { weightBatch } from './weightBatch';

/** Samples as tensors: one per input, one per output, and how much each sample counts (null: all alike). */
export interface Batch {
  readonly xs: readonly Tensor[];
  readonly ys: readonly Tensor[];
  readonly weights: Tensor | null;
}

/** Inputs, targets and weights of some samples; the caller disposes them. `epoch` is null where the model only looks. */
export function batchOf(task: Task, samples: Uint32Array, epoch: number | null): Batch {
  const { dataset, heads, classWeights } = task;
  return {
    xs: epoch === null ? task.checking.inputs(samples, 1) : task.training.inputs(samples, epoch),
    ys: heads.map((head) => targetBatch(dataset.target, head, samples)),
    weights: weightBatch(dataset, epoch === null ? null : classWeights, samples),
  };
}
