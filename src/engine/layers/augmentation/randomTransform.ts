import type { Tensor } from '@tensorflow/tfjs-core';
import { type Affine, type Sampling, affineTransform } from './affineTransform';
import { Noise } from '../noise/noise';
import { randomNumbers } from '../../../data/random';
import type { LayerContext } from '../runState';

/** `[lowest, highest]`. */
export type Range = readonly [number, number];

export interface TransformSettings extends Sampling {
  readonly name?: string;
}

/** Moves every picture of a batch by a matrix of its own while training. */
export abstract class RandomTransform<S extends TransformSettings> extends Noise {
  protected readonly settings: S;

  constructor(settings: S, context?: LayerContext) {
    super(settings, context);
    this.settings = settings;
  }

  /** Where the pixels of one picture come from; `between` draws from a range. */
  protected abstract matrix(between: (range: Range) => number, height: number, width: number): Affine;

  protected override noisy(x: Tensor, seed: number): Tensor {
    const random = randomNumbers(seed);
    const between = ([low, high]: Range) => low + (high - low) * random();
    const [batch, height, width] = x.shape as [number, number, number];
    const matrices = Array.from({ length: batch }, () => this.matrix(between, height, width));
    return affineTransform(x, matrices, this.settings);
  }
}
