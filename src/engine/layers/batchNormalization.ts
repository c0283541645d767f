import { type Tensor, moments, tidy } from '@tensorflow/tfjs-core';
import { initializers, layers, serialization } from './tfjsLayers';

export interface BatchNormalizationSettings {
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
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

  constructor(name: string, settings: BatchNormalizationSettings) {
    super({ name });
    this.settings = settings;
  }

  override build(inputShape: number[]): void {
    const { axis, center, scale } = this.settings;
    const size = [inputShape.at(axis)!];
    const weight = (label: string, trainable: boolean) =>
      this.addWeight(label, size, 'float32', initializers.zeros(), undefined, trainable);
    if (scale) this.gamma = weight('gamma', true);
    if (center) this.beta = weight('beta', true);
    this.movingMean = weight('moving_mean', false);
    this.movingVariance = weight('moving_variance', false);
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
