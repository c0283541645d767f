import { type Tensor, type Tensor4D, avgPool, maxPool, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

type Triple = readonly [number, number, number];

export interface Pooling3dSettings {
  readonly name: string;
  readonly operation: 'average' | 'max';
  readonly poolSize: Triple;
  readonly strides: Triple;
  readonly padding: 'valid' | 'same';
}

/**
 * Keras's MaxPooling3D and AveragePooling3D as two poolings of pictures, first over height and width, then over depth:
 * the largest of largest values, the mean of means. tfjs's own pooling of volumes is wrong with `same` padding: it pads
 * by negative numbers where strides are larger than windows, shares gradients out over cells outside the volume, and on
 * wasm even gives wrong outputs.
 */
export class Pooling3d extends layers.Layer {
  static readonly className = 'KerasPooling3D';
  private readonly settings: Pooling3dSettings;

  constructor(settings: Pooling3dSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    const { poolSize, strides, padding } = this.settings;
    const sizes = inputShape.slice(1, -1).map((size, axis) => {
      if (size === null) return null;
      const room = padding === 'same' ? size - 1 : size - poolSize[axis]!;
      return Math.floor(room / strides[axis]!) + 1;
    });
    return [inputShape[0]!, ...sizes, inputShape.at(-1)!];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { operation, poolSize, strides, padding } = this.settings;
      const pool = operation === 'max' ? maxPool : avgPool;
      const [batch, depth, height, width, channels] = x.shape as [number, number, number, number, number];
      const slices = x.reshape([batch * depth, height, width, channels]) as Tensor4D;
      const flat = pool(slices, [poolSize[1], poolSize[2]], [strides[1], strides[2]], padding);
      const [, outHeight, outWidth] = flat.shape;
      const lines = flat.reshape([batch, depth, outHeight * outWidth, channels]) as Tensor4D;
      const pooled = pool(lines, [poolSize[0], 1], [strides[0], 1], padding);
      return pooled.reshape([batch, pooled.shape[1], outHeight, outWidth, channels]);
    });
  }
}

serialization.registerClass(Pooling3d);
