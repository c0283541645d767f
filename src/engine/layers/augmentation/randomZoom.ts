import type { Affine } from './affineTransform';
import { RandomTransform, type Range, type TransformSettings } from './randomTransform';
import { serialization } from '../tfjsLayers';

export interface RandomZoomSettings extends TransformSettings {
  readonly heightFactor: Range;
  readonly widthFactor?: Range | null;
}

/** Keras's RandomZoom: below 0 comes nearer, above 0 goes away; without `widthFactor` the ratio stays. */
export class RandomZoom extends RandomTransform<RandomZoomSettings> {
  static readonly className = 'SeededRandomZoom';

  protected override matrix(between: (range: Range) => number, height: number, width: number): Affine {
    const { heightFactor, widthFactor } = this.settings;
    const down = 1 + between(heightFactor);
    const across = widthFactor ? 1 + between(widthFactor) : down;
    return [across, 0, ((width - 1) / 2) * (1 - across), 0, down, ((height - 1) / 2) * (1 - down)];
  }
}

serialization.registerClass(RandomZoom);
