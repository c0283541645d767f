import type { Tensor } from '@tensorflow/tfjs-core';
import { EdgeLayer, type Sides } from './edges';
import { serialization } from '../tfjsLayers';

export interface ZeroPaddingSettings {
  readonly name: string;
  readonly padding: Sides;
}

/** Keras's ZeroPadding1D, which tf.layers lacks. */
export class ZeroPadding extends EdgeLayer {
  static readonly className = 'KerasZeroPadding';
  readonly settings: ZeroPaddingSettings;

  constructor(settings: ZeroPaddingSettings) {
    super(settings.name, settings.padding);
    this.settings = settings;
  }

  protected override size(size: number, before: number, after: number): number {
    return size + before + after;
  }

  protected override change(x: Tensor, sides: [number, number][]): Tensor {
    return x.pad(sides);
  }
}

serialization.registerClass(ZeroPadding);
