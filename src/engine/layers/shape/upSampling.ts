import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { type Interpolation, resized } from './resized';
import { layers, serialization } from '../tfjsLayers';

export interface UpSamplingSettings {
  readonly name: string;
  readonly size: number | readonly number[];
  readonly interpolation?: Interpolation;
}

/** Every cell of an axis so many times. Two axes at a time: not every backend knows more than four. */
function repeated(x: Tensor, axis: number, times: number): Tensor {
  const before = x.shape.slice(0, axis + 1).reduce((product, size) => product * size, 1);
  const wide = x.reshape([before, 1, x.size / before]).tile([1, times, 1]);
  return wide.reshape(x.shape.map((size, at) => (at === axis ? size * times : size)));
}

/**
 * Keras's UpSampling1D and UpSampling3D, which tf.layers lacks, and its bilinear UpSampling2D: values lie in the middle of their cells
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
      const factors = [size].flat();
      if (factors.length !== 2) return factors.reduce((y, factor, axis) => repeated(y, axis + 1, factor), x);
      return resized(x, x.shape[1]! * factors[0]!, x.shape[2]! * factors[1]!, interpolation);
    });
  }
}

serialization.registerClass(UpSampling);
