import {
  type Tensor,
  type Tensor3D,
  type Tensor4D,
  type Tensor5D,
  concat,
  conv1d,
  conv2d,
  conv3d,
  split,
  tidy,
} from '@tensorflow/tfjs-core';
import { dilated, padded, spreadFilter } from './dilation';
import { FilterLayer, type FilterSettings, type Rules } from './filterLayer';
import { type Constraint, type Initializer, type Regularizer, type layers, serialization } from './tfjsLayers';

export interface ConvolutionSettings extends FilterSettings {
  readonly filters: number;
  readonly groups: number;
  readonly kernelInitializer: Initializer;
  readonly kernelRegularizer?: Regularizer | null;
  readonly kernelConstraint?: Constraint | null;
}

/**
 * Keras's Conv1D, Conv2D and Conv3D with what tf.layers cannot train or has not: dilation, groups and causal padding.
 */
export class Convolution extends FilterLayer<ConvolutionSettings> {
  static readonly className = 'KerasConvolution';
  private kernel!: ReturnType<layers.Layer['addWeight']>;

  protected override channels(): number {
    return this.settings.filters;
  }

  override build(inputShape: number[]): void {
    const channels = inputShape.at(-1)!;
    const { filters, groups, kernelInitializer, kernelRegularizer, kernelConstraint } = this.settings;
    const rules: Rules = [kernelInitializer, kernelRegularizer, kernelConstraint];
    this.kernel = this.weight('kernel', [...this.sizes, channels / groups, filters], rules);
    this.buildBias(channels);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const kernel = this.kernel.read();
      if (this.sizes.length === 3) {
        const spread = spreadFilter(kernel, this.dilations);
        return this.finished(this.eachGroup(padded(x, this.pads(x)), spread));
      }
      return this.finished(dilated(x, this.dilations, this.pads(x), (parts) => this.eachGroup(parts, kernel)));
    });
  }

  private eachGroup(x: Tensor, kernel: Tensor): Tensor {
    const { groups } = this.settings;
    if (groups === 1) return this.slid(x, kernel);
    const kernels = split(kernel, groups, -1);
    return concat(
      split(x, groups, -1).map((part, group) => this.slid(part, kernels[group]!)),
      -1,
    );
  }

  private slid(x: Tensor, kernel: Tensor): Tensor {
    const [first, second, third] = this.strides as [number, number, number];
    if (this.sizes.length === 1) return conv1d(x as Tensor3D, kernel as Tensor3D, first, 'valid');
    if (this.sizes.length === 2) return conv2d(x as Tensor4D, kernel as Tensor4D, [first, second], 'valid');
    return conv3d(x as Tensor5D, kernel as Tensor5D, [first, second, third], 'valid');
  }
}

serialization.registerClass(Convolution);
