import type { Tensor } from '@tensorflow/tfjs-core';
import { valuesShape } from '../masks';
import { type Constraint, type Initializer, type Regularizer, layers } from '../tfjsLayers';

export interface ScaleSettings {
  readonly name: string;
  readonly trainable?: boolean;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly gammaInitializer: Initializer;
  readonly gammaRegularizer?: Regularizer | null;
  readonly gammaConstraint?: Constraint | null;
  readonly betaInitializer: Initializer;
  readonly betaRegularizer?: Regularizer | null;
  readonly betaConstraint?: Constraint | null;
}

export type ScaledWeight = ReturnType<layers.Layer['addWeight']>;

/** A normalization that ends with a learned factor (gamma) and offset (beta), each of which may be left out. */
export abstract class Scaled<S extends ScaleSettings> extends layers.Layer {
  private gamma: ScaledWeight | null = null;
  private beta: ScaledWeight | null = null;
  protected readonly settings: S;

  constructor(settings: S) {
    super({ name: settings.name, trainable: settings.trainable ?? true });
    this.settings = settings;
  }

  protected addScale(size: number[]): void {
    const given = this.settings;
    if (given.scale) {
      const { gammaInitializer: start, gammaRegularizer: penalty, gammaConstraint: limit } = given;
      this.gamma = this.addWeight('gamma', size, 'float32', start, penalty ?? undefined, true, limit ?? undefined);
    }
    if (given.center) {
      const { betaInitializer: start, betaRegularizer: penalty, betaConstraint: limit } = given;
      this.beta = this.addWeight('beta', size, 'float32', start, penalty ?? undefined, true, limit ?? undefined);
    }
  }

  /** What it multiplies with, and what it adds; null where that is left out. */
  protected get factor(): Tensor | null {
    return this.gamma?.read() ?? null;
  }
  protected get offset(): Tensor | null {
    return this.beta?.read() ?? null;
  }

  override computeOutputShape(inputShape: (number | null)[] | (number | null)[][]): (number | null)[] {
    return valuesShape(inputShape);
  }

  /** (x − mean) / √(variance + epsilon) · gamma + beta; both are brought to the shape `wide` first. */
  protected normalized(x: Tensor, mean: Tensor, variance: Tensor, wide: number[]): Tensor {
    const factor = variance.add(this.settings.epsilon).rsqrt();
    const normal = x.sub(mean).mul(this.gamma ? factor.mul(this.gamma.read().reshape(wide)) : factor);
    return this.beta ? normal.add(this.beta.read().reshape(wide)) : normal;
  }
}
