import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { Noise } from '../noise/noise';
import { randomNumbers } from '../../../data/random';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

export interface RandomContrastSettings {
  readonly name?: string;
  readonly factor: readonly [number, number];
  /** Lowest and highest value a picture may hold. */
  readonly valueRange: readonly [number, number];
}

/** Keras's RandomContrast: (x − mean) · factor + mean per channel, factor from 1 − low to 1 + high. */
export class RandomContrast extends Noise {
  static readonly className = 'SeededRandomContrast';
  private readonly settings: RandomContrastSettings;

  constructor(settings: RandomContrastSettings, context?: LayerContext) {
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
    const factors = tensor(
      Array.from({ length: batch }, () => 1 - low + (low + high) * random()),
      [batch, 1, 1, 1],
      'float32',
    );
    const mean = x.mean([1, 2], true);
    return x.sub(mean).mul(factors).add(mean).clipByValue(darkest, brightest);
  }
}

serialization.registerClass(RandomContrast);
