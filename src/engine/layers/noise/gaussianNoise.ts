import type { Tensor } from '@tensorflow/tfjs-core';
import { normalNumbers } from './normalNumbers';
import { Noise } from './noise';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

/** Keras's GaussianNoise: adds normal noise around 0. */
export class GaussianNoise extends Noise {
  static readonly className = 'SeededGaussianNoise';
  private readonly stddev: number;

  constructor(settings: { readonly name?: string; readonly stddev: number }, context?: LayerContext) {
    super(settings, context);
    this.stddev = settings.stddev;
  }

  protected override noisy(x: Tensor, seed: number): Tensor {
    return x.add(normalNumbers(x.shape, seed).mul(this.stddev));
  }
}

serialization.registerClass(GaussianNoise);
