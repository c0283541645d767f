import type { Affine } from './affineTransform';
import { RandomTransform, type Range, type TransformSettings } from './randomTransform';
import { serialization } from '../tfjsLayers';

export interface RandomTranslationSettings extends TransformSettings {
  readonly heightFactor: Range;
  readonly widthFactor: Range;
}

/** Keras's RandomTranslation: shifts by shares of height and width; above 0 goes down and to the right. */
export class RandomTranslation extends RandomTransform<RandomTranslationSettings> {
  static readonly className = 'SeededRandomTranslation';

  protected override matrix(between: (range: Range) => number, height: number, width: number): Affine {
    const down = between(this.settings.heightFactor) * height;
    const right = between(this.settings.widthFactor) * width;
    return [1, 0, -right, 0, 1, -down];
  }
}

serialization.registerClass(RandomTranslation);
