import { type Tensor, mul } from '@tensorflow/tfjs-core';
import type { MaskedInput } from '../masks';
import { MaskedMerging, where } from './maskedMerging';
import { serialization } from '../tfjsLayers';

/** Keras 3's Multiply of inputs that come with masks: masked values count as 1, and what is masked in all of them is 0. */
export class MaskedMultiply extends MaskedMerging {
  static readonly className = 'KerasMaskedMultiply';

  protected override merge(left: Tensor, right: Tensor): Tensor {
    return mul(left, right);
  }

  protected override mergeMasked(inputs: readonly MaskedInput[]): Tensor {
    const product = inputs
      .map(({ x, mask }) => (mask === null ? x : where(mask, x, 1)))
      .reduce((merged, x) => this.merge(merged, x));
    const masks = inputs.map(({ mask }) => mask);
    if (masks.includes(null)) return product;
    return product.mul((masks as Tensor[]).reduce((one, other) => one.maximum(other)));
  }
}

serialization.registerClass(MaskedMultiply);
