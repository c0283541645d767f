import { drawingOf } from '../../data/photos/drawings/drawing';
import { type Rows, sized } from '../../data/photos/resize';
import type { Sizing } from '../settings';
import { pictureShape } from './pictureShape';
import type { TakenPicture } from './takenPicture';

/**
 * A decoded picture as a sample of this shape: photos get their size as while training, and in the editor; drawings are
 * light on dark. `invert` exchanges light and dark; null: of a drawing whose border is light.
 */
export function pictureSample(
  picture: Rows,
  wanted: readonly (number | null)[],
  { interpolation, drawings }: Sizing,
  invert: boolean | null = null,
): TakenPicture {
  const shape = pictureShape(wanted);
  const [height, width, channels] = shape;
  if (drawings && channels === 1) {
    const { values, inverted } = drawingOf(picture, { height, width }, invert);
    return { kind: 'images', shape, values, inverted };
  }
  const values = sized(picture, shape, interpolation);
  if (invert !== true) return { kind: 'images', shape, values, inverted: false };
  return { kind: 'images', shape, values: Float32Array.from(values, (value) => 255 - value), inverted: true };
}
