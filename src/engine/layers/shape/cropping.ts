import type { Tensor } from '@tensorflow/tfjs-core';
import { EdgeLayer, type Sides } from './edges';
import { serialization } from '../tfjsLayers';

export interface CroppingSettings {
  readonly name: string;
  readonly cropping: Sides;
}

/** Keras's Cropping1D, which tf.layers lacks, and Cropping2D for pictures of unknown size. */
export class Cropping extends EdgeLayer {
  static readonly className = 'KerasCropping';
  readonly settings: CroppingSettings;

  constructor(settings: CroppingSettings) {
    super(settings.name, settings.cropping);
    this.settings = settings;
  }

  protected override size(size: number, before: number, after: number): number {
    return size - before - after;
  }

  protected override change(x: Tensor, sides: [number, number][]): Tensor {
    return x.slice(
      sides.map(([before]) => before),
      sides.map(([before, after], axis) => x.shape[axis]! - before - after),
    );
  }
}

serialization.registerClass(Cropping);
