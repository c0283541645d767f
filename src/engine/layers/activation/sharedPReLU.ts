import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { type Constraint, type Initializer, type Regularizer, layers, serialization } from '../tfjsLayers';

export interface SharedPReLUSettings {
  readonly name: string;
  readonly trainable?: boolean;
  /** Axes with one slope for all, with the batch as 0. */
  readonly sharedAxes: readonly number[];
  readonly alphaInitializer: Initializer;
  readonly alphaRegularizer?: Regularizer | null;
  readonly alphaConstraint?: Constraint | null;
}

/** Keras's PReLU with shared axes: on wasm, TensorFlow.js stretches the slopes along the wrong axes. */
export class SharedPReLU extends layers.Layer {
  static readonly className = 'SharedPReLU';
  private alpha!: ReturnType<layers.Layer['addWeight']>;
  private readonly settings: SharedPReLUSettings;

  constructor(settings: SharedPReLUSettings) {
    super({ name: settings.name, trainable: settings.trainable ?? true });
    this.settings = settings;
  }

  override build(inputShape: number[]): void {
    const { sharedAxes, alphaInitializer: start, alphaRegularizer: penalty, alphaConstraint: limit } = this.settings;
    const size = inputShape.map((axis, at) => (sharedAxes.includes(at) ? 1 : axis)).slice(1);
    this.alpha = this.addWeight('alpha', size, 'float32', start, penalty ?? undefined, true, limit ?? undefined);
    this.built = true;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      return x.relu().sub(x.neg().relu().mul(this.alpha.read()));
    });
  }
}

serialization.registerClass(SharedPReLU);
