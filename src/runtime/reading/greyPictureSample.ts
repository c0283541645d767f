import { drawingOf } from '../../data/photos/drawings/drawing';
import { pictureSize } from '../../data/photos/pictureSize';
import type { Rows } from '../../data/photos/resize';
import { fitted } from '../../data/picture';
import type { TakenPicture } from './takenPicture';

/** A decoded picture as a sample of this shape: in shades of grey, light on dark, and smaller without losing fine lines. */
export function pictureSample(
  picture: Rows,
  wanted: readonly (number | null)[],
  _settings: object,
  invert: boolean | null = null,
): TakenPicture {
  const { width, height } = picture;
  const size = pictureSize(wanted) ?? { width, height, channels: 1 };
  const drawing = drawingOf(picture, size, size.channels === 1 ? invert : (invert ?? false));
  const shape = [size.height, size.width, size.channels] as const;
  return { kind: 'images', shape, values: fitted(drawing, shape), inverted: drawing.inverted };
}
