import { type Tensor, any, customGrad, notEqual, tidy, zeros } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

/**
 * Keras's Masking: `[batch, steps, …]`; steps where every number is the mask value become zeros; which
 * ones, `AnyUnlike` tells the layers behind. tfjs's own cannot pass gradients to what lies below it.
 */
export class MaskedSteps extends layers.Layer {
  static readonly className = 'KerasMasking';
  private readonly maskValue: number;

  constructor({ name, maskValue = 0 }: { readonly name?: string; readonly maskValue?: number }) {
    super(name === undefined ? {} : { name });
    this.maskValue = maskValue;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
    return tidy(() => x.mul(this.valid(x).toFloat()));
  }

  /** Where a step holds anything else; a yes or no has no gradient. */
  private valid(x: Tensor): Tensor {
    const compared = customGrad((values) => ({
      value: any(notEqual(values as Tensor, this.maskValue), -1, true),
      gradFunc: () => zeros(x.shape),
    }));
    return tidy(() => compared(x));
  }
}

serialization.registerClass(MaskedSteps);
