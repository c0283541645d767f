import { decode } from './decode';
import { type NothingToSee, nothingToSee } from './decoding/nothingToSee';
import { drawingOf } from './drawings/drawing';
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
  /** Of a drawing: were light and dark exchanged? */
  readonly inverted?: boolean;
  /** Where there is hardly anything to see: why. */
  readonly nothing?: NothingToSee;
}

/** A photo as training photos get their size; a drawing as `drawingOf` reads it, by its border where `invert` is null. */
export interface WantedPicture {
  readonly size: PictureSize;
  readonly how:
    | { readonly as: 'photo'; readonly interpolation: Interpolation }
    | { readonly as: 'drawing'; readonly invert: boolean | null };
}

/** RGBA pixels → values 0 … 255 with 1 or 3 channels; transparent pixels count as the background they lie on. */
export function pictureFrom(rgba: Uint8ClampedArray, { width, height, channels }: PictureSize): SizedPicture {
  const values = new Float32Array(width * height * channels);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const alpha = (rgba[pixel * 4 + 3] ?? 255) / 255;
    const part = (channel: number) => (rgba[pixel * 4 + channel] ?? 0) * alpha;
    if (channels === 1) values[pixel] = 0.299 * part(0) + 0.587 * part(1) + 0.114 * part(2);
    else for (let channel = 0; channel < channels; channel++) values[pixel * channels + channel] = part(channel);
  }
  return { width, height, channels, values };
}

/** A file in the size of an input; null where it is no picture that can be decoded. Runs in whatever thread calls it. */
export async function pictureOf(file: Blob, { size, how }: WantedPicture): Promise<SizedPicture | null> {
  const picture = await decode(file).catch(() => null);
  if (picture === null) return null;
  try {
    const { width, height, channels } = size;
    const why = nothingToSee(picture, channels);
    const nothing = why === null ? {} : { nothing: why };
    if (how.as === 'drawing') return { ...drawingOf(picture, size, how.invert), ...nothing };
    const values = Float32Array.from(sized(picture, [height, width, channels], how.interpolation));
    return { ...size, values, ...nothing };
  } finally {
    picture.close();
  }
}
