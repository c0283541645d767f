import type { Tensor } from '@tensorflow/tfjs-core';
import { normalNumbers } from './normalNumbers';
import { Noise } from './noise';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

/** Keras's GaussianDropout: multiplies by normal noise around 1 of deviation √(rate / (1 − rate)). */
export class GaussianDropout extends Noise {
  static readonly className = 'SeededGaussianDropout';
  private readonly rate: number;

  constructor(settings: { readonly name?: string; readonly rate: number }, context?: LayerContext) {
    super(settings, context);
    this.rate = settings.rate;
  }

  protected override noisy(x: Tensor, seed: number): Tensor {
    const stddev = Math.sqrt(this.rate / (1 - this.rate));
    return x.mul(normalNumbers(x.shape, seed).mul(stddev).add(1));
  }
}

serialization.registerClass(GaussianDropout);
