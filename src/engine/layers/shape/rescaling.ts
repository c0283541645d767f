import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';

export interface RescalingSettings {
  readonly name: string;
  readonly scale: number;
  readonly offset: number;
}

/** Keras's Rescaling: x · scale + offset. */
export class Rescaling extends layers.Layer {
  static readonly className = 'KerasRescaling';
  private readonly settings: RescalingSettings;

  constructor(settings: RescalingSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape;
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      return x.mul(this.settings.scale).add(this.settings.offset);
    });
  }
}

serialization.registerClass(Rescaling);
