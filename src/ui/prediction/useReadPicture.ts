import type { Picture } from '../../engine/protocol';
import { useEditor } from '../services';
import { type PictureSize, photoFromFile, pictureFromFile } from './pictureSource';

/** Reads a picture file as the model takes it: photos as in training, drawings cut square. Throws `UnreadablePicture`. */
export function useReadPicture(size: PictureSize | null): (file: Blob, invert: boolean) => Promise<Picture> {
  const interpolation = useEditor((state) => state.document.training.interpolation);
  return (file, invert) => {
    if (size === null) throw new Error('The model takes no pictures.');
    return size.channels === 3 ? photoFromFile(file, size, interpolation) : pictureFromFile(file, size, invert);
  };
}
