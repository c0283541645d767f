import type { Plan } from '../../compile/plan';
import type { WantedPhotos } from '../../data/photos/photoDataset';
import type { Training } from '../../document/training';

/** Photos are decoded to the size of the model's first picture; null where it takes none, or leaves the size open. */
export function wantedPhotos({ inputs, shapes }: Plan, { interpolation }: Training): WantedPhotos | null {
  for (const input of inputs) {
    const [height, width, channels, ...others] = shapes[input] ?? [];
    if (height == null || width == null || channels == null || others.length > 0) continue;
    return { size: [height, width, channels], interpolation };
  }
  return null;
}
