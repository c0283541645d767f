import type { Tensor } from '@tensorflow/tfjs-core';
import { dropoutMask } from './dropoutMask';
import { Noise } from './noise';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

/** Keras's Dropout: leaves out a `rate` of all values and makes up for it with the others. */
export class SeededDropout extends Noise {
  static readonly className = 'SeededDropout';
  private readonly rate: number;

  constructor(settings: { readonly name?: string; readonly rate: number }, context?: LayerContext) {
    super(settings, context);
    this.rate = settings.rate;
  }

  protected override noisy(x: Tensor, seed: number): Tensor {
    return x.mul(dropoutMask(x.shape, this.rate, seed));
  }
}

serialization.registerClass(SeededDropout);
