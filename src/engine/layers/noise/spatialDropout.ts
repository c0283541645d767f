import type { Tensor } from '@tensorflow/tfjs-core';
import { dropoutMask } from './dropoutMask';
import { Noise } from './noise';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

/** Keras's SpatialDropout1D, 2D and 3D: leaves out whole channels. */
export class SpatialDropout extends Noise {
  static readonly className = 'SpatialDropout';
  private readonly rate: number;

  constructor(settings: { readonly name?: string; readonly rate: number }, context?: LayerContext) {
    super(settings, context);
    this.rate = settings.rate;
  }

  protected override noisy(x: Tensor, seed: number): Tensor {
    const shape = x.shape.map((size, axis) => (axis === 0 || axis === x.rank - 1 ? size : 1));
    return x.mul(dropoutMask(shape, this.rate, seed));
  }
}

serialization.registerClass(SpatialDropout);
