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

/** Keras's DepthwiseConv2D with dilation, which that of tf.layers ignores. */
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
    const strides = this.strides as [number, number];
    const kernel = this.kernel.read() as Tensor4D;
    return dilated(x, this.dilations, this.pads(x), (parts) =>
      depthwiseConv2d(parts as Tensor4D, kernel, strides, 'valid'),
    );
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => this.finished(this.filtered((Array.isArray(inputs) ? inputs[0] : inputs)!)));
  }
}

serialization.registerClass(DepthwiseConvolution);
