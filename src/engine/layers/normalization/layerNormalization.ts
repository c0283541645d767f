import { type Tensor, moments, tidy } from '@tensorflow/tfjs-core';
import { type ScaleSettings, Scaled } from './scaled';
import { serialization } from '../tfjsLayers';

export interface LayerNormalizationSettings extends ScaleSettings {
  /** Axes that are normalized together, ascending, with the batch as 0. */
  readonly axis: readonly number[];
}

/** Keras's LayerNormalization. tfjs's own cannot train without `center` or without `scale`. */
export class LayerNormalization extends Scaled<LayerNormalizationSettings> {
  static readonly className = 'KerasLayerNormalization';

  override build(inputShape: number[]): void {
    this.addScale(this.settings.axis.map((axis) => inputShape[axis]!));
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const axes = [...this.settings.axis];
      const { mean, variance } = moments(x, axes, true);
      const wide = x.shape.map((size, at) => (axes.includes(at) ? size : 1));
      return this.normalized(x, mean, variance, wide);
    });
  }
}

serialization.registerClass(LayerNormalization);
