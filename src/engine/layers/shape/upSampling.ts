import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { type Interpolation, resized } from './resized';
import { layers, serialization } from '../tfjsLayers';

export interface UpSamplingSettings {
  readonly name: string;
  readonly size: number | readonly [number, number];
  readonly interpolation?: Interpolation;
}

/**
 * Keras's UpSampling1D, which tf.layers lacks, and its bilinear UpSampling2D: values lie in the middle of their cells
 * there, while tf.layers has them in the upper left corner.
 */
export class UpSampling extends layers.Layer {
  static readonly className = 'KerasUpSampling';
  private readonly settings: UpSamplingSettings;

  constructor(settings: UpSamplingSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    const factors = [this.settings.size].flat();
    return inputShape.map((size, axis) => (size === null ? null : size * (factors[axis - 1] ?? 1)));
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { size, interpolation = 'nearest' } = this.settings;
      if (typeof size !== 'number') return resized(x, x.shape[1]! * size[0], x.shape[2]! * size[1], interpolation);
      const [batch, steps, features] = x.shape as [number, number, number];
      return x
        .expandDims(2)
        .tile([1, 1, size, 1])
        .reshape([batch, steps * size, features]);
    });
  }
}

serialization.registerClass(UpSampling);
