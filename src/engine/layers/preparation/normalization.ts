import { type Tensor, maximum, scalar, tensor, tidy } from '@tensorflow/tfjs-core';
import { initializers, layers, serialization } from '../tfjsLayers';
import { Moments } from './moments';

export interface NormalizationSettings {
  readonly name: string;
  /** Ascending, with the batch as 0. */
  readonly axis: readonly number[];
  /** Empty where they are learned from data: then they are weights. */
  readonly mean: readonly number[];
  readonly variance: readonly number[];
  readonly invert: boolean;
}

/** Keras's `epsilon()`: no deviation counts as less. */
const least = 1e-7;

type Weight = ReturnType<layers.Layer['addWeight']>;

/**
 * Keras's Normalization: (x − mean) / √variance, or back. What it learns of the data are weights, as in Keras, with a
 * `count` that Keras keeps for older files and leaves at 0.
 */
export class Normalization extends layers.Layer {
  static readonly className = 'KerasNormalization';
  private readonly settings: NormalizationSettings;
  private sizes: number[] = [];
  private mean: Weight | null = null;
  private variance: Weight | null = null;

  constructor(settings: NormalizationSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override build(inputShape: number[]): void {
    this.sizes = this.settings.axis.map((axis) => inputShape[axis]!);
    if (this.settings.mean.length === 0) {
      const add = (name: string, shape: number[], start: 'zeros' | 'ones') =>
        this.addWeight(name, shape, 'float32', initializers[start](), undefined, false);
      this.mean = add('mean', this.sizes, 'zeros');
      this.variance = add('variance', this.sizes, 'ones');
      add('count', [], 'zeros');
    }
    this.built = true;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { axis, invert } = this.settings;
      const wide = x.shape.map((_, at) => this.sizes[axis.indexOf(at)] ?? 1);
      const spread = (given: readonly number[], weight: Weight | null) => {
        if (weight !== null) return weight.read().reshape(wide);
        const last = axis.at(-1);
        return given.length === 1
          ? scalar(given[0]!)
          : tensor([...given]).reshape(wide.map((size, at) => (at === last ? size : 1)));
      };
      const mean = spread(this.settings.mean, this.mean);
      const deviation = maximum(spread(this.settings.variance, this.variance).sqrt(), least);
      return invert ? x.mul(deviation).add(mean) : x.sub(mean).div(deviation);
    });
  }

  /** What collects mean and variance for it; null where it is given them, or has some already. */
  async wanted(): Promise<Moments | null> {
    if (this.mean === null || this.variance === null) return null;
    const [mean, variance] = await Promise.all([this.mean.read().data(), this.variance.read().data()]);
    const fresh = mean.every((value) => value === 0) && variance.every((value) => value === 1);
    return fresh ? new Moments(this.settings.axis, this.sizes) : null;
  }

  /** Takes what was collected. */
  settle({ mean, variance }: Moments): void {
    tidy(() => {
      this.mean!.write(tensor(mean, this.sizes));
      this.variance!.write(tensor(variance, this.sizes));
    });
  }
}

serialization.registerClass(Normalization);
