import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

export interface SlopedReLUSettings {
  readonly name: string;
  readonly maxValue?: number | null;
  readonly negativeSlope: number;
  readonly threshold: number;
}

/**
 * Keras's ReLU with a slope or a threshold, which tf.layers has not: x above the threshold, at most `maxValue`,
 * minus slope · (threshold − x) below it (keras/src/backend: relu of `keras/src/activations/activations.py`).
 */
export class SlopedReLU extends layers.Layer {
  static readonly className = 'SlopedReLU';
  private readonly settings: SlopedReLUSettings;

  constructor(settings: SlopedReLUSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      const { maxValue, negativeSlope, threshold } = this.settings;
      // A comparison has no gradient in TensorFlow.js; `step` has.
      const passed = threshold === 0 ? x.relu() : x.mul(x.sub(threshold).step());
      const limited = maxValue === null || maxValue === undefined ? passed : passed.clipByValue(0, maxValue);
      return negativeSlope === 0 ? limited : limited.sub(x.mul(-1).add(threshold).relu().mul(negativeSlope));
    });
  }
}

serialization.registerClass(SlopedReLU);
