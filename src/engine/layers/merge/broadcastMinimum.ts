import { type Tensor, minimum } from '@tensorflow/tfjs-core';
import { Merging } from './merging';
import { serialization } from '../tfjsLayers';

/** Keras's Minimum on inputs of different shapes, where that of TensorFlow.js has no gradient. */
export class BroadcastMinimum extends Merging {
  static readonly className = 'KerasMinimum';

  protected override merge(left: Tensor, right: Tensor): Tensor {
    return minimum(left, right);
  }
}

serialization.registerClass(BroadcastMinimum);
