import { type Tensor, type Tensor3D, type Tensor4D, concat, conv1d, conv2d, split, tidy } from '@tensorflow/tfjs-core';
import { dilated } from './dilation';
import { FilterLayer, type FilterSettings, type Rules } from './filterLayer';
import { type Constraint, type Initializer, type Regularizer, type layers, serialization } from '../tfjsLayers';

export interface ConvolutionSettings extends FilterSettings {
  readonly filters: number;
  readonly groups: number;
  readonly kernelInitializer: Initializer;
  readonly kernelRegularizer?: Regularizer | null;
  readonly kernelConstraint?: Constraint | null;
}

/**
 * Keras's Conv1D, Conv2D and Conv3D with what tf.layers cannot train or has not: dilation, groups, causal padding.
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
      if (this.sizes.length === 3) return this.volume(x, kernel);
      return this.finished(dilated(x, this.dilations, this.pads(x), (parts) => this.eachGroup(parts, kernel)));
    });
  }

  /**
   * A volume as pictures: for every layer of the filter, the slices it meets are convolved as pictures, and the results
   * are added up. tfjs's own gradients of volumes are wrong on wasm, and WebGPU cannot do all with five axes.
   */
  private volume(x: Tensor, kernel: Tensor): Tensor {
    const [batch, depth, height, width, channels] = x.shape as [number, number, number, number, number];
    const [depthPads, ...pads] = this.pads(x) as [[number, number], [number, number], [number, number]];
    const [size, ...window] = this.sizes as [number, number, number];
    const [dilation, ...dilations] = this.dilations as [number, number, number];
    const stride = this.strides[0]!;
    const slices = x.reshape([batch, depth, height * width * channels]).pad([[0, 0], depthPads, [0, 0]]);
    const outDepth = Math.floor((slices.shape[1]! - (size - 1) * dilation - 1) / stride) + 1;
    const filterLayers = kernel.reshape([size, -1]);
    const parts = Array.from({ length: size }, (_, at) => {
      const first = at * dilation;
      const met =
        stride === 1
          ? slices.slice([0, first, 0], [batch, outDepth, -1])
          : slices.gather(
              Int32Array.from({ length: outDepth }, (__, out) => out * stride + first),
              1,
            );
      const pictures = met.reshape([batch * outDepth, height, width, channels]);
      const filter = filterLayers.slice([at, 0], [1, -1]).reshape([...window, ...kernel.shape.slice(3)]);
      return dilated(pictures, dilations, pads, (some) => this.eachGroup(some, filter));
    });
    const sum = this.finished(parts.reduce((all, part) => all.add(part)));
    return sum.reshape([batch, outDepth, ...sum.shape.slice(1)]);
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
    if (this.sizes.length === 1) return conv1d(x as Tensor3D, kernel as Tensor3D, this.strides[0]!, 'valid');
    return conv2d(x as Tensor4D, kernel as Tensor4D, this.strides.slice(-2) as [number, number], 'valid');
  }
}

serialization.registerClass(Convolution);
