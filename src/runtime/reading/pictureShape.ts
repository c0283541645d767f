import { pictureSize } from '../../data/photos/pictureSize';

/** The size of the pictures that a model takes, as the editor says it. Throws where it takes none. */
export function pictureShape(wanted: readonly (number | null)[]): readonly [number, number, number] {
  const size = pictureSize(wanted);
  if (size === null) throw new Error('The model takes no image.');
  return [size.height, size.width, size.channels];
}
