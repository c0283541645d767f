import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import type { Dataset } from '../../data/dataset';

/**
 * How much each of some samples counts, `[samples]`, or null when all count alike. Keras: the sample's own weight times,
 * while training, that of its class.
 */
export function weightBatch(
  { sampleWeights, target }: Pick<Dataset, 'sampleWeights' | 'target'>,
  classWeights: Float32Array | null,
  samples: Uint32Array,
): Tensor | null {
  const byClass = target.kind === 'classes' ? classWeights : null;
  if (sampleWeights === null && byClass === null) return null;
  const weights = Float32Array.from(samples, (sample) => {
    const label = target.kind === 'classes' ? target.labels[sample]! : 0;
    return (sampleWeights?.[sample] ?? 1) * (byClass?.[label] ?? 1);
  });
  return tensor(weights, [samples.length]);
}
