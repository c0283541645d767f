import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

/**
 * Keras's Flatten and Reshape where a size is only known with the data (null). TensorFlow.js's Flatten refuses an
 * unknown axis, and its Reshape promises an axis of size −1.
 */
export class OpenShape extends layers.Layer {
  static readonly className = 'KerasOpenShape';
  private readonly targetShape: readonly (number | null)[];

  constructor({ name, targetShape }: { readonly name: string; readonly targetShape: readonly (number | null)[] }) {
    super({ name });
    this.targetShape = targetShape;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return [inputShape[0]!, ...this.targetShape];
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      return x.reshape([x.shape[0]!, ...this.targetShape.map((size) => size ?? -1)]);
    });
  }
}

serialization.registerClass(OpenShape);
