import type { Tensor } from '@tensorflow/tfjs-core';
import { layers, serialization } from '../tfjsLayers';
import { type Encoding, encoded, encodedShape, withoutSlope } from './encoding';

export interface CategoryEncodingSettings {
  readonly name: string;
  readonly numTokens: number;
  readonly outputMode: Encoding;
}

/** Keras's CategoryEncoding: whole numbers as rows of zeros and ones, or counts. */
export class CategoryEncoding extends layers.Layer {
  static readonly className = 'KerasCategoryEncoding';
  private readonly settings: CategoryEncodingSettings;

  constructor(settings: CategoryEncodingSettings) {
    super({ name: settings.name });
    this.settings = settings;
  }

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return encodedShape(inputShape, this.settings.outputMode, this.settings.numTokens);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    const { numTokens, outputMode } = this.settings;
    return withoutSlope((Array.isArray(inputs) ? inputs[0] : inputs)!, (x) => encoded(x, outputMode, numTokens));
  }
}

serialization.registerClass(CategoryEncoding);
