import { type Tensor, any, notEqual } from '@tensorflow/tfjs-core';
import { MaskLayer } from './maskLayer';
import { serialization } from '../tfjsLayers';

/** The mask of Keras's Masking: `[batch, steps, …, features]` → `[batch, steps, …]`, where any number is another one. */
export class AnyUnlike extends MaskLayer {
  static readonly className = 'KerasAnyUnlike';
  private readonly maskValue: number;

  constructor({ name, maskValue = 0 }: { readonly name?: string; readonly maskValue?: number }) {
    super(name === undefined ? {} : { name });
    this.maskValue = maskValue;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape.slice(0, -1);
  }

  protected override mask([x]: readonly Tensor[]): Tensor {
    return any(notEqual(x!, this.maskValue), -1).toFloat();
  }
}

serialization.registerClass(AnyUnlike);
