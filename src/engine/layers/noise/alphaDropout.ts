import type { Tensor } from '@tensorflow/tfjs-core';
import { dropoutMask } from './dropoutMask';
import { Noise } from './noise';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

/** What SELU makes of −∞: −alpha · scale. */
const lowest = -1.6732632423543772 * 1.0507009873554805;

/**
 * Keras's AlphaDropout: left-out values become SELU's lower limit, then all are scaled so that mean and variance stay.
 * That of TensorFlow.js gives them the wrong sign.
 */
export class AlphaDropout extends Noise {
  static readonly className = 'KerasAlphaDropout';
  private readonly rate: number;

  constructor(settings: { readonly name?: string; readonly rate: number }, context?: LayerContext) {
    super(settings, context);
    this.rate = settings.rate;
  }

  protected override noisy(x: Tensor, seed: number): Tensor {
    const kept = dropoutMask(x.shape, this.rate, seed).mul(1 - this.rate);
    const factor = ((1 - this.rate) * (1 + this.rate * lowest ** 2)) ** -0.5;
    const changed = x.mul(kept).add(kept.sub(1).mul(-lowest));
    return changed.mul(factor).sub(factor * lowest * this.rate);
  }
}

serialization.registerClass(AlphaDropout);
