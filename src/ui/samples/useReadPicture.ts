import type { PictureSize, SizedPicture } from '../../data/photos/picture';
import { takesDrawings } from '../../data/photos/drawings/takesDrawings';
import { useEditor, useServices } from '../services';

/** Are pictures for this model drawings? Then light and dark may have to be exchanged. */
export function useTakesDrawings(size: PictureSize | null): boolean {
  return useEditor((state) => takesDrawings(size?.channels, state.document.training.dataset));
}

/**
 * Reads a picture file as the model takes it, beside the page: photos as in training, drawings light on black; `invert`
 * null: as the border says. Null where it is no picture.
 */
export function useReadPicture(
  size: PictureSize | null,
): (file: Blob, invert: boolean | null) => Promise<SizedPicture | null> {
  const { photos } = useServices();
  const interpolation = useEditor((state) => state.document.training.interpolation);
  const drawings = useTakesDrawings(size);
  return (file, invert) => {
    if (size === null) throw new Error('The model takes no images.');
    return photos.picture(file, {
      size,
      how: drawings ? { as: 'drawing', invert } : { as: 'photo', interpolation },
    });
  };
}
