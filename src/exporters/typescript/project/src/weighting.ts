import type * as tf from '@tensorflow/tfjs';
import { type LossFunction, lossPerSample } from '../../../../engine/training/losses';

/** How much each sample of the batch at hand counts; null: all alike. */
let counts: tf.Tensor | null = null;

/** Says how much each sample of the next batches counts. */
export function weigh(samples: tf.Tensor | null): void {
  counts = samples;
}

/** The loss of an output times its weight in the total loss, as model.compile takes it. */
export function weighted(name: LossFunction, weight: number): (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor {
  return (targets, outputs) => {
    const each = lossPerSample(name, targets, outputs).mul<tf.Tensor>(weight);
    return counts === null ? each : each.mul<tf.Tensor>(counts);
  };
}
