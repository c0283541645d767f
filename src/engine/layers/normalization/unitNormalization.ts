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
      const squares = x.square().sum([...this.axis], true);
      // Bounded before the root: a step of zeros, as masks leave, then has a gradient that is a number.
      return x.mul(squares.maximum(1e-24).rsqrt());
    });
  }
}

serialization.registerClass(UnitNormalization);
