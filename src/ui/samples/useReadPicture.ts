import type { PictureSize } from '../../data/photos/picture';
import type { Picture } from '../../engine/protocol/samples';
import { useEditor, useServices } from '../services';

/**
 * Reads a picture file as the model takes it, beside the page: photos as in training, drawings cut square. Null where it
 * is no picture.
 */
export function useReadPicture(size: PictureSize | null): (file: Blob, invert: boolean) => Promise<Picture | null> {
  const { photos } = useServices();
  const interpolation = useEditor((state) => state.document.training.interpolation);
  return (file, invert) => {
    if (size === null) throw new Error('The model takes no images.');
    const photo = size.channels === 3;
    return photos.picture(file, {
      size,
      how: photo ? { as: 'photo', interpolation } : { as: 'drawing', invert },
    });
  };
}
