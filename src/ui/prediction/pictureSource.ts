import { decode, rowsOf } from '../../data/photos/decode';
import type { Interpolation } from '../../data/photos/photos';
import { resizeInto } from '../../data/photos/resize';
import type { Picture } from '../../engine/protocol';

/** What a picture must become to fit a model's input. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** A file that is no picture, or a damaged one. */
export class UnreadablePicture extends Error {
  override readonly name = 'UnreadablePicture';
}

/** RGBA pixels → values 0 … 255 with 1 or 3 channels; transparent pixels count as the background they lie on. */
export function pictureFrom(
  rgba: Uint8ClampedArray,
  { width, height, channels }: PictureSize,
  invert = false,
): Picture {
  const values = new Float32Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const alpha = (rgba[pixel * 4 + 3] ?? 255) / 255;
    const part = (channel: number) => {
      const value = (rgba[pixel * 4 + channel] ?? 0) * alpha;
      return invert ? 255 - value : value;
    };
    if (channels === 1) values[pixel] = 0.299 * part(0) + 0.587 * part(1) + 0.114 * part(2);
    else for (let channel = 0; channel < channels; channel++) values[pixel * channels + channel] = part(channel);
  }
  return { width, height, channels, values };
}

async function decoded(file: Blob): Promise<ImageBitmap> {
  try {
    return await decode(file);
  } catch (error) {
    throw new UnreadablePicture(error instanceof Error ? error.message : String(error));
  }
}

/** The whole of a photo in the size a model takes, as its training photos get theirs. Throws `UnreadablePicture`. */
export async function photoFromFile(file: Blob, size: PictureSize, interpolation: Interpolation): Promise<Picture> {
  const bitmap = await decoded(file);
  const { width, height, channels } = size;
  const values = new Uint8Array(width * height * channels);
  resizeInto(values, rowsOf(bitmap), [height, width, channels], interpolation);
  bitmap.close();
  return { ...size, values: Float32Array.from(values) };
}

/** The middle square of a picture file, scaled to the size: for drawings. Throws `UnreadablePicture`. */
export async function pictureFromFile(file: Blob, size: PictureSize, invert: boolean): Promise<Picture> {
  const bitmap = await decoded(file);
  const side = Math.min(bitmap.width, bitmap.height);
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = invert ? '#fff' : '#000';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(
    bitmap,
    (bitmap.width - side) / 2,
    (bitmap.height - side) / 2,
    side,
    side,
    0,
    0,
    size.width,
    size.height,
  );
  bitmap.close();
  return pictureFrom(context.getImageData(0, 0, size.width, size.height).data, size, invert);
}

/** Size of the pictures that an input of this shape takes; null for an input that is no image. */
export function pictureSize(shape: readonly (number | null)[] | undefined): PictureSize | null {
  if (shape?.length !== 3) return null;
  const [height, width, channels] = shape;
  if (channels !== 1 && channels !== 3) return null;
  const usual = channels === 3 ? 224 : 28;
  return { height: height ?? usual, width: width ?? usual, channels };
}
