import { type Tensor, type Tensor4D, conv2d } from '@tensorflow/tfjs-core';
import { DepthwiseConvolution, type DepthwiseConvolutionSettings } from './depthwiseConvolution';
import type { Rules } from './filterLayer';
import { type Constraint, type Initializer, type Regularizer, type layers, serialization } from '../tfjsLayers';

export interface SeparableConvolutionSettings extends DepthwiseConvolutionSettings {
  readonly filters: number;
  readonly pointwiseInitializer: Initializer;
  readonly pointwiseRegularizer?: Regularizer | null;
  readonly pointwiseConstraint?: Constraint | null;
}

/** Keras's SeparableConv2D with dilation, which that of tf.layers cannot train. */
export class SeparableConvolution extends DepthwiseConvolution<SeparableConvolutionSettings> {
  static override readonly className: string = 'KerasSeparableConvolution';
  private pointwise!: ReturnType<layers.Layer['addWeight']>;

  protected override channels(): number {
    return this.settings.filters;
  }

  override build(inputShape: number[]): void {
    const channels = inputShape.at(-1)!;
    this.buildDepthwise(channels);
    const { depthMultiplier, filters, pointwiseInitializer, pointwiseRegularizer, pointwiseConstraint } = this.settings;
    const rules: Rules = [pointwiseInitializer, pointwiseRegularizer, pointwiseConstraint];
    this.pointwise = this.weight('pointwise_kernel', [1, 1, channels * depthMultiplier, filters], rules);
    this.buildBias(channels);
  }

  protected override filtered(x: Tensor): Tensor {
    return conv2d(super.filtered(x) as Tensor4D, this.pointwise.read() as Tensor4D, 1, 'valid');
  }
}

serialization.registerClass(SeparableConvolution);
