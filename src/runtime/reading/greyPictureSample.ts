import type { Source } from '../../data/batches';
import { pictureSize } from '../../data/photos/pictureSize';
import { type Rows, sized } from '../../data/photos/resize';
import { fitted } from '../../data/picture';

/** A decoded picture as a sample of this shape: in shades of grey, and smaller without losing fine lines. */
export function pictureSample(picture: Rows, wanted: readonly (number | null)[], _settings: object): Source {
  const { width, height } = picture;
  const values = sized(picture, [height, width, 1], 'nearest');
  const size = pictureSize(wanted) ?? { width, height, channels: 1 };
  const shape = [size.height, size.width, size.channels] as const;
  return { kind: 'images', shape, values: fitted({ width, height, channels: 1, values }, shape) };
}
