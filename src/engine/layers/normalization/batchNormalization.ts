import { type Tensor, moments, ones, tidy } from '@tensorflow/tfjs-core';
import { normalizedAtOnce, normalizesAtOnce } from './normalizedAtOnce';
import { type ScaleSettings, Scaled, type ScaledWeight } from './scaled';
import { maskedInput, valuesShape } from '../masks';
import { type Initializer, serialization } from '../tfjsLayers';

export interface BatchNormalizationSettings extends ScaleSettings {
  readonly axis: number;
  readonly momentum: number;
  readonly movingMeanInitializer: Initializer;
  readonly movingVarianceInitializer: Initializer;
}

/** Keras's `epsilon()`, which it adds to the number of values. */
const epsilon = 1e-7;

/** Mean and variance over these axes of what the mask, of one axis less than `x`, leaves. */
function maskedMoments(x: Tensor, mask: Tensor, axes: number[]) {
  const seen = ones(x.shape).mul(mask.expandDims(-1));
  const count = seen.sum(axes, true).add(epsilon);
  const mean = x.mul(seen).sum(axes, true).div(count);
  const variance = x.sub(mean).mul(seen).square().sum(axes, true).div(count);
  return { mean, variance };
}

/**
 * Keras's BatchNormalization. tfjs's own trains only on the last axis with both `center` and `scale`, corrects the
 * moving variance by n / (n − 1), which Keras does not, and goes on with batch statistics when it is frozen; Keras then
 * runs it in inference mode. What a mask leaves out counts for no batch statistics.
 */
export class BatchNormalization extends Scaled<BatchNormalizationSettings> {
  static readonly className = 'KerasBatchNormalization';
  private movingMean!: ScaledWeight;
  private movingVariance!: ScaledWeight;

  override build(inputShape: number[] | number[][]): void {
    const given = this.settings;
    const size = [valuesShape(inputShape).at(given.axis)!];
    this.addScale(size);
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

  override call(inputs: Tensor | Tensor[], kwargs: Record<string, unknown>): Tensor {
    return tidy(() => {
      const { x, mask } = maskedInput(inputs);
      const axis = this.settings.axis < 0 ? this.settings.axis + x.rank : this.settings.axis;
      const wide = x.shape.map((size, at) => (at === axis ? size : 1));
      if (kwargs['training'] !== true || !this.trainable) {
        const [mean, variance] = [this.movingMean.read().reshape(wide), this.movingVariance.read().reshape(wide)];
        return this.normalized(x, mean, variance, wide);
      }
      if (mask === null && axis === x.rank - 1 && normalizesAtOnce()) {
        const { epsilon: added, momentum } = this.settings;
        const moving = { movingMean: this.movingMean.read(), movingVariance: this.movingVariance.read(), momentum };
        return normalizedAtOnce(x, this.factor, this.offset, added, moving, ({ mean, variance, next }) => {
          if (next === null) this.followBoth(mean, variance);
          else {
            this.movingMean.write(next.mean);
            this.movingVariance.write(next.variance);
          }
        });
      }
      const others = x.shape.map((_, at) => at).filter((at) => at !== axis);
      const { mean, variance } = mask === null ? moments(x, others, true) : maskedMoments(x, mask, others);
      this.followBoth(mean, variance);
      return this.normalized(x, mean, variance, wide);
    });
  }

  private followBoth(mean: Tensor, variance: Tensor): void {
    this.follow(this.movingMean, mean);
    this.follow(this.movingVariance, variance);
  }

  /** moving ← moving · momentum + batch · (1 − momentum). */
  private follow(moving: ScaledWeight, batch: Tensor): void {
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
