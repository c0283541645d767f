import { type Tensor, type Tensor4D, depthwiseConv2d, tidy } from '@tensorflow/tfjs-core';
import { dilated } from './dilation';
import { FilterLayer, type FilterSettings, type Rules } from './filterLayer';
import { type Constraint, type Initializer, type Regularizer, type layers, serialization } from '../tfjsLayers';

export interface DepthwiseConvolutionSettings extends FilterSettings {
  readonly depthMultiplier: number;
  readonly depthwiseInitializer: Initializer;
  readonly depthwiseRegularizer?: Regularizer | null;
  readonly depthwiseConstraint?: Constraint | null;
}

/** Keras's DepthwiseConv1D, a picture of height 1, and DepthwiseConv2D with dilation, which that of tf.layers ignores. */
export class DepthwiseConvolution<
  S extends DepthwiseConvolutionSettings = DepthwiseConvolutionSettings,
> extends FilterLayer<S> {
  static readonly className: string = 'KerasDepthwiseConvolution';
  private kernel!: ReturnType<layers.Layer['addWeight']>;

  protected override channels(inputChannels: number): number {
    return inputChannels * this.settings.depthMultiplier;
  }

  /** Adds the kernel of the single channels. */
  protected buildDepthwise(channels: number): void {
    const { depthMultiplier, depthwiseInitializer, depthwiseRegularizer, depthwiseConstraint } = this.settings;
    const rules: Rules = [depthwiseInitializer, depthwiseRegularizer, depthwiseConstraint];
    this.kernel = this.weight('depthwise_kernel', [...this.sizes, channels, depthMultiplier], rules);
  }

  override build(inputShape: number[]): void {
    this.buildDepthwise(inputShape.at(-1)!);
    this.buildBias(inputShape.at(-1)!);
  }

  /** Every channel filtered by itself. */
  protected filtered(x: Tensor): Tensor {
    if (x.rank === 4) return this.slid(x, this.kernel.read(), this.dilations, this.pads(x));
    const kernel = this.kernel.read().expandDims(0);
    return this.slid(x.expandDims(1), kernel, [1, ...this.dilations], [[0, 0], ...this.pads(x)]).squeeze([1]);
  }

  private slid(x: Tensor, kernel: Tensor, dilations: number[], pads: [number, number][]): Tensor {
    // The height of a sequence is 1, whatever its stride.
    const strides: [number, number] = [this.strides[0]!, this.strides.at(-1)!];
    return dilated(x, dilations, pads, (parts) =>
      depthwiseConv2d(parts as Tensor4D, kernel as Tensor4D, strides, 'valid'),
    );
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => this.finished(this.filtered((Array.isArray(inputs) ? inputs[0] : inputs)!)));
  }
}

serialization.registerClass(DepthwiseConvolution);
