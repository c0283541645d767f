import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { Noise } from '../noise/noise';
import { randomNumbers } from '../../../data/random';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

export interface RandomBrightnessSettings {
  readonly name?: string;
  readonly factor: readonly [number, number];
  /** Lowest and highest value a picture may hold. */
  readonly valueRange: readonly [number, number];
}

/** Keras's RandomBrightness: adds a share of the value range. */
export class RandomBrightness extends Noise {
  static readonly className = 'SeededRandomBrightness';
  private readonly settings: RandomBrightnessSettings;

  constructor(settings: RandomBrightnessSettings, context?: LayerContext) {
    super(settings, context);
    this.settings = settings;
  }

  protected override noisy(x: Tensor, seed: number): Tensor {
    const random = randomNumbers(seed);
    const {
      factor: [low, high],
      valueRange: [darkest, brightest],
    } = this.settings;
    const batch = x.shape[0]!;
    const added = tensor(
      Array.from({ length: batch }, () => (low + (high - low) * random()) * (brightest - darkest)),
      [batch, 1, 1, 1],
      'float32',
    );
    return x.add(added).clipByValue(darkest, brightest);
  }
}

serialization.registerClass(RandomBrightness);
