import { type Tensor, customGrad, tidy, zeros } from '@tensorflow/tfjs-core';
import { layers } from '../tfjsLayers';

/** A layer that says what of a value counts, as 1 or 0: a yes or no has no gradient. */
export abstract class MaskLayer extends layers.Layer {
  protected abstract mask(inputs: readonly Tensor[]): Tensor;

  override call(inputs: Tensor | Tensor[]): Tensor {
    const given = Array.isArray(inputs) ? inputs : [inputs];
    const still = customGrad((...values) => ({
      value: this.mask(values.slice(0, given.length) as Tensor[]),
      gradFunc: () => given.map((value) => zeros(value.shape)),
    }));
    return tidy(() => still(...given));
  }
}
