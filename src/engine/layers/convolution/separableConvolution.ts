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

/** Keras's SeparableConv1D, and SeparableConv2D with dilation or two initializers, which that of tf.layers does not know. */
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
    this.pointwise = this.weight(
      'pointwise_kernel',
      [...this.sizes.map(() => 1), channels * depthMultiplier, filters],
      rules,
    );
    this.buildBias(channels);
  }

  protected override filtered(x: Tensor): Tensor {
    const filtered = super.filtered(x);
    const mixing = this.pointwise.read();
    if (x.rank === 4) return conv2d(filtered as Tensor4D, mixing as Tensor4D, 1, 'valid');
    return conv2d(filtered.expandDims(1) as Tensor4D, mixing.expandDims(0) as Tensor4D, 1, 'valid').squeeze([1]);
  }
}

serialization.registerClass(SeparableConvolution);
