import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { initializers, layers, serialization } from '../tfjsLayers';

export interface RmsNormalizationSettings {
  readonly name: string;
  readonly trainable?: boolean;
  /** Axes that are normalized together, ascending, with the batch as 0. */
  readonly axis: readonly number[];
  readonly epsilon: number;
}

/** Keras's RMSNormalization, which TensorFlow.js lacks: x / √(mean of x² + epsilon) · scale. */
export class RmsNormalization extends layers.Layer {
  static readonly className = 'KerasRmsNormalization';
  private readonly settings: RmsNormalizationSettings;
  private scale!: ReturnType<layers.Layer['addWeight']>;

  constructor(settings: RmsNormalizationSettings) {
    super({ name: settings.name, trainable: settings.trainable ?? true });
    this.settings = settings;
  }

  override build(inputShape: number[]): void {
    const size = this.settings.axis.map((axis) => inputShape[axis]!);
    this.scale = this.addWeight('scale', size, 'float32', initializers.ones());
    this.built = true;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { axis, epsilon } = this.settings;
      const wide = x.shape.map((size, at) => (axis.includes(at) ? size : 1));
      const factor = x
        .square()
        .mean([...axis], true)
        .add(epsilon)
        .rsqrt();
      return x.mul(factor).mul(this.scale.read().reshape(wide));
    });
  }
}

serialization.registerClass(RmsNormalization);
