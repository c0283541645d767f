import { type Tensor, maximum } from '@tensorflow/tfjs-core';
import { MaskLayer } from './maskLayer';
import { serialization } from '../tfjsLayers';

type Shape = (number | null)[];

/** The mask of what is merged value by value in Keras 3: a step counts where it counts in any input. */
export class EitherMask extends MaskLayer {
  static readonly className = 'KerasEitherMask';

  override computeOutputShape(masks: Shape[]): Shape {
    return masks.reduce((one, other) => one.map((size, at) => (size === 1 ? other[at]! : size)));
  }

  protected override mask(masks: readonly Tensor[]): Tensor {
    return masks.reduce((one, other) => maximum(one, other));
  }
}

serialization.registerClass(EitherMask);
