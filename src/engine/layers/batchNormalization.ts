import { type Tensor, moments, tidy } from '@tensorflow/tfjs-core';
import { type Constraint, type Initializer, type Regularizer, layers, serialization } from './tfjsLayers';

export interface BatchNormalizationSettings {
  readonly name: string;
  readonly trainable?: boolean;
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly gammaInitializer: Initializer;
  readonly gammaRegularizer?: Regularizer | null;
  readonly gammaConstraint?: Constraint | null;
  readonly betaInitializer: Initializer;
  readonly betaRegularizer?: Regularizer | null;
  readonly betaConstraint?: Constraint | null;
  readonly movingMeanInitializer: Initializer;
  readonly movingVarianceInitializer: Initializer;
}

type Weight = ReturnType<layers.Layer['addWeight']>;

/**
 * Keras's BatchNormalization. tfjs's own trains only on the last axis with both `center` and `scale`, corrects the
 * moving variance by n / (n − 1), which Keras does not, and goes on with batch statistics when it is frozen; Keras then
 * runs it in inference mode.
 */
export class BatchNormalization extends layers.Layer {
  static readonly className = 'KerasBatchNormalization';
  private gamma: Weight | null = null;
  private beta: Weight | null = null;
  private movingMean!: Weight;
  private movingVariance!: Weight;
  private readonly settings: BatchNormalizationSettings;

  constructor(settings: BatchNormalizationSettings) {
    super({ name: settings.name, trainable: settings.trainable ?? true });
    this.settings = settings;
  }

  override build(inputShape: number[]): void {
    const given = this.settings;
    const size = [inputShape.at(given.axis)!];
    if (given.scale) {
      const { gammaInitializer: start, gammaRegularizer: penalty, gammaConstraint: limit } = given;
      this.gamma = this.addWeight('gamma', size, 'float32', start, penalty ?? undefined, true, limit ?? undefined);
    }
    if (given.center) {
      const { betaInitializer: start, betaRegularizer: penalty, betaConstraint: limit } = given;
      this.beta = this.addWeight('beta', size, 'float32', start, penalty ?? undefined, true, limit ?? undefined);
    }
    const { movingMeanInitializer, movingVarianceInitializer } = given;
    this.movingMean = this.addWeight('moving_mean', size, 'float32', movingMeanInitializer, undefined, false);
    this.movingVariance = this.addWeight(
      'moving_variance',
      size,
      'float32',
      movingVarianceInitializer,
      undefined,
      false,
    );
    this.built = true;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const axis = this.settings.axis < 0 ? this.settings.axis + x.rank : this.settings.axis;
      const wide = x.shape.map((size, at) => (at === axis ? size : 1));
      if (kwargs['training'] !== true || !this.trainable) {
        const [mean, variance] = [this.movingMean.read().reshape(wide), this.movingVariance.read().reshape(wide)];
        return this.normalized(x, mean, variance, wide);
      }
      const others = x.shape.map((_, at) => at).filter((at) => at !== axis);
      const { mean, variance } = moments(x, others, true);
      this.follow(this.movingMean, mean);
      this.follow(this.movingVariance, variance);
      return this.normalized(x, mean, variance, wide);
    });
  }

  private normalized(x: Tensor, mean: Tensor, variance: Tensor, wide: number[]): Tensor {
    const factor = variance.add(this.settings.epsilon).rsqrt();
    const normal = x.sub(mean).mul(this.gamma ? factor.mul(this.gamma.read().reshape(wide)) : factor);
    return this.beta ? normal.add(this.beta.read().reshape(wide)) : normal;
  }

  /** moving ← moving · momentum + batch · (1 − momentum). */
  private follow(moving: Weight, batch: Tensor): void {
    const { momentum } = this.settings;
    moving.write(
      moving
        .read()
        .mul(momentum)
        .add(batch.reshape(moving.shape as number[]).mul(1 - momentum)),
    );
  }
}

serialization.registerClass(BatchNormalization);
