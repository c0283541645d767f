import type { PictureSize } from './picture';

/** Size of the pictures that an input of this shape takes; null for an input that is no image. */
export function pictureSize(shape: readonly (number | null)[] | undefined): PictureSize | null {
  if (shape?.length !== 3) return null;
  const [height, width, channels] = shape;
  if (channels !== 1 && channels !== 3) return null;
  const usual = channels === 3 ? 224 : 28;
  return { height: height ?? usual, width: width ?? usual, channels };
}
