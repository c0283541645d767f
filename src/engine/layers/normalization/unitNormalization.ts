import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

/** Keras's UnitNormalization, which TensorFlow.js lacks: x / ‖x‖; no vector grows by more than 10¹². */
export class UnitNormalization extends layers.Layer {
  static readonly className = 'KerasUnitNormalization';
  private readonly axis: readonly number[];

  /** Axes whose values make one vector, with the batch as 0. */
  constructor({ name, axis }: { readonly name: string; readonly axis: readonly number[] }) {
    super({ name });
    this.axis = axis;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      return x.mul(
        x
          .square()
          .sum([...this.axis], true)
          .rsqrt()
          .minimum(1e12),
      );
    });
  }
}

serialization.registerClass(UnitNormalization);
