import type { Tensor } from '@tensorflow/tfjs-core';
import { activationFunction } from '../activation/activationFunction';
import { type Constraint, type Initializer, type Regularizer, layers } from '../tfjsLayers';

/** What every layer with sliding filters is told. One number stands for a sequence, two for a picture, three for a volume. */
export interface FilterSettings {
  readonly name: string;
  readonly trainable?: boolean;
  readonly kernelSize: number | readonly number[];
  readonly strides: number | readonly number[];
  readonly padding: 'valid' | 'same' | 'causal';
  readonly dilationRate: number | readonly number[];
  readonly activation: string;
  readonly useBias: boolean;
  readonly biasInitializer: Initializer;
  readonly biasRegularizer?: Regularizer | null;
  readonly biasConstraint?: Constraint | null;
}

/** How a weight starts, what it costs and what it is held to. */
export type Rules = readonly [Initializer, Regularizer | null | undefined, Constraint | null | undefined];

const list = (sizes: number | readonly number[]) => (typeof sizes === 'number' ? [sizes] : [...sizes]);

/** What our layers with sliding filters share: sizes of the output, bias and activation. */
export abstract class FilterLayer<S extends FilterSettings> extends layers.Layer {
  protected readonly settings: S;
  protected readonly sizes: number[];
  protected readonly strides: number[];
  protected readonly dilations: number[];
  private readonly activate: (x: Tensor) => Tensor;
  private bias: ReturnType<layers.Layer['addWeight']> | null = null;

  constructor(settings: S) {
    super({ name: settings.name, trainable: settings.trainable ?? true });
    this.settings = settings;
    this.sizes = list(settings.kernelSize);
    this.strides = list(settings.strides);
    this.dilations = list(settings.dilationRate);
    this.activate = activationFunction(settings.activation);
  }

  /** Channels that come out. */
  protected abstract channels(inputChannels: number): number;

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    const sizes = inputShape.slice(1, -1).map((size, axis) => {
      const [stride, reach] = [this.strides[axis]!, (this.sizes[axis]! - 1) * this.dilations[axis]! + 1];
      if (size === null) return null;
      return this.settings.padding === 'valid' ? Math.floor((size - reach) / stride) + 1 : Math.ceil(size / stride);
    });
    return [inputShape[0]!, ...sizes, this.channels(inputShape.at(-1)!)];
  }

  protected weight(name: string, shape: number[], [start, penalty, limit]: Rules) {
    return this.addWeight(name, shape, 'float32', start, penalty ?? undefined, true, limit ?? undefined);
  }

  /** Adds the bias weight where there is one; it comes after the kernels. */
  protected buildBias(inputChannels: number): void {
    const { useBias, biasInitializer, biasRegularizer, biasConstraint } = this.settings;
    const rules: Rules = [biasInitializer, biasRegularizer, biasConstraint];
    if (useBias) this.bias = this.weight('bias', [this.channels(inputChannels)], rules);
    this.built = true;
  }

  /** Zeros before and after every spatial axis of `x`. */
  protected pads(x: Tensor): [number, number][] {
    return this.sizes.map((window, axis) => {
      const reach = (window - 1) * this.dilations[axis]! + 1;
      if (this.settings.padding === 'valid') return [0, 0];
      if (this.settings.padding === 'causal') return [reach - 1, 0];
      const [size, stride] = [x.shape[axis + 1]!, this.strides[axis]!];
      const all = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size);
      return [Math.floor(all / 2), Math.ceil(all / 2)];
    });
  }

  /** Bias and activation. */
  protected finished(y: Tensor): Tensor {
    return this.activate(this.bias === null ? y : y.add(this.bias.read()));
  }
}
