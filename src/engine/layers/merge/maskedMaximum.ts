import { type Tensor, maximum } from '@tensorflow/tfjs-core';
import { MaskedExtreme } from './maskedMerging';
import { serialization } from '../tfjsLayers';

/** Keras 3's Maximum of inputs that come with masks. */
export class MaskedMaximum extends MaskedExtreme {
  static readonly className = 'KerasMaskedMaximum';

  protected override merge(left: Tensor, right: Tensor): Tensor {
    return maximum(left, right);
  }
}

serialization.registerClass(MaskedMaximum);
