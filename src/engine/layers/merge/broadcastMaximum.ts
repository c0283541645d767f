import { type Tensor, maximum } from '@tensorflow/tfjs-core';
import { Merging } from './merging';
import { serialization } from '../tfjsLayers';

/** Keras's Maximum on inputs of different shapes, where that of TensorFlow.js has no gradient. */
export class BroadcastMaximum extends Merging {
  static readonly className = 'KerasMaximum';

  protected override merge(left: Tensor, right: Tensor): Tensor {
    return maximum(left, right);
  }
}

serialization.registerClass(BroadcastMaximum);
