import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { Noise } from '../noise/noise';
import { randomNumbers } from '../../../data/random';
import type { LayerContext } from '../runState';
import { serialization } from '../tfjsLayers';

export interface RandomFlipSettings {
  readonly name?: string;
  readonly mode: 'horizontal' | 'vertical' | 'horizontalAndVertical';
}

/** Keras's RandomFlip: mirrors every other picture; in both directions it is the same pictures, as in Keras. */
export class RandomFlip extends Noise {
  static readonly className = 'SeededRandomFlip';
  private readonly axes: number[];

  constructor(settings: RandomFlipSettings, context?: LayerContext) {
    super(settings, context);
    this.axes = { horizontal: [2], vertical: [1], horizontalAndVertical: [1, 2] }[settings.mode];
  }

  protected override noisy(x: Tensor, seed: number): Tensor {
    const random = randomNumbers(seed);
    const batch = x.shape[0]!;
    const flips = tensor(
      Array.from({ length: batch }, () => Number(random() <= 0.5)),
      [batch, 1, 1, 1],
      'float32',
    );
    return x.add(x.reverse(this.axes).sub(x).mul(flips));
  }
}

serialization.registerClass(RandomFlip);
