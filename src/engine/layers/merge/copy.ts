import type { Tensor } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

/**
 * What comes in, once more: TensorFlow.js frees a value too early that one layer takes twice. A second value is only waited
 * for.
 */
export class Copy extends layers.Layer {
  static readonly className = 'Copy';

  override computeOutputShape(inputShape: (number | null)[] | (number | null)[][]): (number | null)[] {
    const [first] = inputShape;
    return Array.isArray(first) ? first : (inputShape as (number | null)[]);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return (Array.isArray(inputs) ? inputs[0]! : inputs).clone();
  }
}

serialization.registerClass(Copy);
