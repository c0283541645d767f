import type * as tf from '@tensorflow/tfjs';
import { type LossFunction, flawOf, lossPerSample } from '../../../../engine/training/losses';

/** How much each sample of the batch at hand counts; null: all alike. */
let counts: tf.Tensor | null = null;

/** Says how much each sample of the next batches counts. */
export function weigh(samples: tf.Tensor | null): void {
  counts = samples;
}

/** The loss of an output times its weight in the total loss, as model.compile takes it; no number where the output is none. */
export function weighted(name: LossFunction, weight: number): (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor {
  return (targets, outputs) => {
    const each = lossPerSample(name, targets, outputs).mul<tf.Tensor>(weight);
    const counted = counts === null ? each : each.mul<tf.Tensor>(counts);
    return counted.add<tf.Tensor>(flawOf(outputs));
  };
}
