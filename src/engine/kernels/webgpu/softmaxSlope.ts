import {
  type Tensor,
  getBackend,
  getGradient,
  getKernel,
  registerGradient,
  unregisterGradient,
} from '@tensorflow/tfjs-core';
import { runForOne } from '../../layers/ownKernel';
import { needed } from '../libraryChanged';

/**
 * The gradient of softmax in one kernel where there is `SoftmaxGradient`; elsewhere it is as it was. Needs TensorFlow.js's own
 * gradients to be registered before.
 */
export function registerSoftmaxSlope(): void {
  const original = needed('Softmax', getGradient('Softmax'));
  unregisterGradient('Softmax');
  registerGradient({
    ...original,
    gradFunc(dy, saved, attributes) {
      const [y] = saved;
      const above = dy as Tensor;
      const last = (attributes as unknown as { dim: number }).dim === y!.rank - 1;
      const floats = y!.dtype === 'float32' && above.dtype === 'float32';
      if (!last || !floats || getKernel('SoftmaxGradient', getBackend()) === undefined) {
        return original.gradFunc(dy, saved, attributes);
      }
      return { logits: () => runForOne('SoftmaxGradient', { y: y!, dy: above }, {}) };
    },
  });
}
