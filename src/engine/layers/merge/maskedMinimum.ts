import { type Tensor, minimum } from '@tensorflow/tfjs-core';
import { MaskedExtreme } from './maskedMerging';
import { serialization } from '../tfjsLayers';

/** Keras 3's Minimum of inputs that come with masks. */
export class MaskedMinimum extends MaskedExtreme {
  static readonly className = 'KerasMaskedMinimum';

  protected override merge(left: Tensor, right: Tensor): Tensor {
    return minimum(left, right);
  }
}

serialization.registerClass(MaskedMinimum);
