import type { Interpolation } from '../data/photos/photos';
import { resizeInto } from '../data/photos/resize';
import type { Picture } from '../engine/protocol/samples';
import { CommandError } from './commandError';

/** Not every machine has it: it is an optional dependency, of native code. */
async function photoPackage() {
  try {
    return (await import('sharp')).default;
  } catch (error) {
    throw new CommandError(
      'Photos are read by the optional package sharp, which is not there or does not start: ' +
        `run “npm install --no-save sharp”, then try again. ${(error as Error).message}`,
    );
  }
}

/**
 * A photo in the size of the model's input as Keras's `load_img` makes it: upright by its EXIF mark, in sRGB with 8 bits,
 * without its alpha; `nearest` takes Pillow's pixels. Throws `CommandError` for a file that is no picture, and without `sharp`.
 */
export async function readPhoto(
  path: string,
  [height, width, channels]: readonly [number, number, number],
  interpolation: Interpolation,
): Promise<Picture> {
  const sharp = await photoPackage();
  const { data, info } = await sharp(path, { failOn: 'error' })
    .rotate()
    .toColourspace('srgb')
    .removeAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw new CommandError(`${path} cannot be read as a picture: ${(error as Error).message}`);
    });
  const row = (y: number) =>
    Uint8Array.from({ length: info.width * 4 }, (_, at) => {
      if (at % 4 === 3) return 255;
      const pixel = (y * info.width + Math.floor(at / 4)) * info.channels;
      return data[pixel + (info.channels < 3 ? 0 : at % 4)]!;
    });
  const bytes = new Uint8Array(height * width * channels);
  resizeInto(bytes, { width: info.width, height: info.height, row }, [height, width, channels], interpolation);
  return { width, height, channels, values: Float32Array.from(bytes) };
}
