import type { Affine } from './affineTransform';
import { RandomTransform, type Range, type TransformSettings } from './randomTransform';
import { serialization } from '../tfjsLayers';

export interface RandomRotationSettings extends TransformSettings {
  /** Shares of a whole turn. */
  readonly factor: Range;
}

/** Keras's RandomRotation: turns around the middle. */
export class RandomRotation extends RandomTransform<RandomRotationSettings> {
  static readonly className = 'SeededRandomRotation';

  protected override matrix(between: (range: Range) => number, height: number, width: number): Affine {
    const angle = between(this.settings.factor) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const [x, y] = [(width - 1) / 2, (height - 1) / 2];
    return [cos, -sin, x - x * cos + y * sin, sin, cos, y - x * sin - y * cos];
  }
}

serialization.registerClass(RandomRotation);
