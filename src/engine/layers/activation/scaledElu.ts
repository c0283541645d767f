import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

/** Keras's ELU with an alpha of its own, which tf.layers refuses: alpha · (eˣ − 1) below zero. */
export class ScaledElu extends layers.Layer {
  static readonly className = 'ScaledElu';
  private readonly alpha: number;

  constructor({ name, alpha }: { readonly name: string; readonly alpha: number }) {
    super({ name });
    this.alpha = alpha;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      // elu(−relu(−x)) is the negative side alone.
      return x.relu().add(x.neg().relu().neg().elu().mul(this.alpha));
    });
  }
}

serialization.registerClass(ScaledElu);
