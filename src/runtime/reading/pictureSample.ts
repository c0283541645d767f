import type { Source } from '../../data/batches';
import { type Rows, sized } from '../../data/photos/resize';
import type { Settings } from '../settings';
import { pictureShape } from './pictureShape';

/** A decoded photo as a sample of this shape: it gets its size as photos do while training, and in the editor. */
export function pictureSample(
  picture: Rows,
  wanted: readonly (number | null)[],
  { interpolation }: Pick<Settings, 'interpolation'>,
): Source {
  const shape = pictureShape(wanted);
  return { kind: 'images', shape, values: sized(picture, shape, interpolation) };
}
