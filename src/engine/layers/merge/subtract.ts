import { type Tensor, sub } from '@tensorflow/tfjs-core';
import { Merging } from './merging';
import { serialization } from '../tfjsLayers';

/** Keras's Subtract, which TensorFlow.js lacks: the first input minus the second. */
export class Subtract extends Merging {
  static readonly className = 'KerasSubtract';

  protected override merge(left: Tensor, right: Tensor): Tensor {
    return sub(left, right);
  }
}

serialization.registerClass(Subtract);
