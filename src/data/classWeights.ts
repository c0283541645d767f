import type { Target } from './dataset';

/**
 * Weights inversely to how often a class occurs among the samples: count / (classes that occur × count of the class),
 * as scikit-learn's `balanced`; null for targets that are no classes.
 */
export function classWeights(target: Target, samples: Uint32Array): Float32Array<ArrayBuffer> | null {
  if (target.kind !== 'classes') return null;
  const counts = new Float32Array(target.classes.length);
  for (const sample of samples) counts[target.labels[sample]!]! += 1;
  const occurring = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : samples.length / (occurring * count)));
}
