import type { Tensor } from '@tensorflow/tfjs-core';
import { hasKernel, runForOne, withGradients } from '../../layers/ownKernel';

/**
 * Cross-entropy of every row, `[batch]`, of probabilities that are first made to add up to 1, in one kernel, and its gradient in
 * another; null where the backend in use has none.
 */
export function crossEntropyAtOnce(y: Tensor, p: Tensor, epsilon: number): Tensor | null {
  const alike = y.shape.join() === p.shape.join() && y.dtype === 'float32' && p.dtype === 'float32';
  if (!alike || !hasKernel('CrossEntropy')) return null;
  return withGradients([p], ([outputs]) => ({
    value: runForOne('CrossEntropy', { y, p: outputs! }, { epsilon }),
    saved: [outputs!, y],
    gradients: (dy, [said, right]) => [runForOne('CrossEntropyGradient', { y: right!, p: said!, dy }, { epsilon })],
  }));
}
