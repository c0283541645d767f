import { decode } from './decode';
import type { Interpolation } from './photos';
import { sized } from './resize';

/** What a picture must become to fit a model's input. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
}

/** `[height, width, channels]` values 0 … 255. */
export interface SizedPicture extends PictureSize {
  readonly values: Float32Array<ArrayBuffer>;
}

/** A photo as training photos get their size, whole; of a drawing the middle square, on paper where it is inverted. */
export interface WantedPicture {
  readonly size: PictureSize;
  readonly how:
    | { readonly as: 'photo'; readonly interpolation: Interpolation }
    | { readonly as: 'drawing'; readonly invert: boolean };
}

/** RGBA pixels → values 0 … 255 with 1 or 3 channels; transparent pixels count as the background they lie on. */
export function pictureFrom(
  rgba: Uint8ClampedArray,
  { width, height, channels }: PictureSize,
  invert = false,
): SizedPicture {
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

/** A file in the size of an input; null where it is no picture that can be decoded. Runs in whatever thread calls it. */
export async function pictureOf(file: Blob, { size, how }: WantedPicture): Promise<SizedPicture | null> {
  if (how.as === 'drawing') {
    // What is seen counts: the paper shows through, and it lies as it is shown.
    const bitmap = await createImageBitmap(file).catch(() => null);
    if (bitmap === null) return null;
    const values = drawing(bitmap, size, how.invert);
    bitmap.close();
    return values;
  }
  const picture = await decode(file).catch(() => null);
  if (picture === null) return null;
  try {
    const { width, height, channels } = size;
    return { ...size, values: Float32Array.from(sized(picture, [height, width, channels], how.interpolation)) };
  } finally {
    picture.close();
  }
}

function drawing(bitmap: ImageBitmap, size: PictureSize, invert: boolean): SizedPicture {
  const side = Math.min(bitmap.width, bitmap.height);
  const [x, y] = [(bitmap.width - side) / 2, (bitmap.height - side) / 2];
  const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { willReadFrequently: true })!;
  context.fillStyle = invert ? '#fff' : '#000';
  context.fillRect(0, 0, size.width, size.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, x, y, side, side, 0, 0, size.width, size.height);
  return pictureFrom(context.getImageData(0, 0, size.width, size.height).data, size, invert);
}
