import { type Tensor, type Tensor4D, conv2dTranspose, tidy } from '@tensorflow/tfjs-core';
import { FilterLayer, type FilterSettings, type Rules } from './filterLayer';
import { type Constraint, type Initializer, type Regularizer, type layers, serialization } from '../tfjsLayers';

export interface TransposedConvolutionSettings extends Omit<FilterSettings, 'dilationRate'> {
  readonly filters: number;
  readonly kernelInitializer: Initializer;
  readonly kernelRegularizer?: Regularizer | null;
  readonly kernelConstraint?: Constraint | null;
}

/** Keras's Conv1DTranspose, which tf.layers lacks: a sequence as a picture of height 1. */
export class TransposedConvolution extends FilterLayer<TransposedConvolutionSettings & FilterSettings> {
  static readonly className = 'KerasTransposedConvolution';
  private kernel!: ReturnType<layers.Layer['addWeight']>;

  constructor(settings: TransposedConvolutionSettings) {
    super({ ...settings, dilationRate: 1 });
  }

  protected override channels(): number {
    return this.settings.filters;
  }

  override build(inputShape: number[]): void {
    const channels = inputShape.at(-1)!;
    const { filters, kernelInitializer, kernelRegularizer, kernelConstraint } = this.settings;
    const rules: Rules = [kernelInitializer, kernelRegularizer, kernelConstraint];
    this.kernel = this.weight('kernel', [...this.sizes, filters, channels], rules);
    this.buildBias(channels);
  }

  override computeOutputShape([batch, steps]: (number | null)[]): (number | null)[] {
    return [batch!, steps === null ? null : this.longer(steps!), this.settings.filters];
  }

  private longer(steps: number): number {
    const [size, stride] = [this.sizes[0]!, this.strides[0]!];
    return steps * stride + (this.settings.padding === 'valid' ? Math.max(size - stride, 0) : 0);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { filters, padding } = this.settings;
      const [batch, steps] = x.shape as [number, number];
      const kernel = this.kernel.read().expandDims(0) as Tensor4D;
      const shape: [number, number, number, number] = [batch, 1, this.longer(steps), filters];
      const inside = padding === 'valid' ? 'valid' : 'same';
      const spread = conv2dTranspose(x.expandDims(1) as Tensor4D, kernel, shape, [1, this.strides[0]!], inside);
      return this.finished(spread.squeeze([1]));
    });
  }
}

serialization.registerClass(TransposedConvolution);
