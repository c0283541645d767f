import { type Tensor, notEqual } from '@tensorflow/tfjs-core';
import { MaskLayer } from './maskLayer';
import { serialization } from '../tfjsLayers';

/** The mask of Keras's Embedding with `mask_zero`: word indices of any shape that are not 0. */
export class NonZero extends MaskLayer {
  static readonly className = 'KerasNonZero';

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  protected override mask([x]: readonly Tensor[]): Tensor {
    return notEqual(x!, 0).toFloat();
  }
}

serialization.registerClass(NonZero);
