import { type Tensor, concat, ones, tidy } from '@tensorflow/tfjs-core';
import { type Initializer, serialization } from '../tfjsLayers';

/** Keras's `unit_forget_bias`: the forget gate's quarter of a bias `[4 · units]` starts with ones, the rest as `of` says. */
export class UnitForgetBias extends serialization.Serializable {
  static readonly className = 'UnitForgetBias';

  constructor(readonly of: Initializer) {
    super();
  }

  apply(shape: number[]): Tensor {
    const units = shape[0]! / 4;
    return tidy(() => concat([this.of.apply([units]), ones([units]), this.of.apply([2 * units])]));
  }

  /** Asked for by tfjs's serialization. */
  fromConfigUsesCustomObjects(): boolean {
    return false;
  }

  getConfig(): serialization.ConfigDict {
    return { of: this.of.getClassName() };
  }
}
