import { type Tensor, moments, tidy } from '@tensorflow/tfjs-core';
import { type ScaleSettings, Scaled } from './scaled';
import { serialization } from '../tfjsLayers';

export interface GroupNormalizationSettings extends ScaleSettings {
  /** Groups that the channels are split into. */
  readonly groups: number;
  /** The axis of the channels, with the batch as 0. */
  readonly axis: number;
}

/** Keras's GroupNormalization, which TensorFlow.js lacks. */
export class GroupNormalization extends Scaled<GroupNormalizationSettings> {
  static readonly className = 'KerasGroupNormalization';

  override build(inputShape: number[]): void {
    this.addScale([inputShape[this.settings.axis]!]);
    this.built = true;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { groups, axis } = this.settings;
      const size = x.shape[axis]! / groups;
      const split = x.reshape([...x.shape.slice(0, axis), groups, size, ...x.shape.slice(axis + 1)]);
      const others = split.shape.map((_, at) => at).filter((at) => at !== 0 && at !== axis);
      const { mean, variance } = moments(split, others, true);
      const wide = split.shape.map((_, at) => (at === axis ? groups : at === axis + 1 ? size : 1));
      return this.normalized(split, mean, variance, wide).reshape(x.shape);
    });
  }
}

serialization.registerClass(GroupNormalization);
