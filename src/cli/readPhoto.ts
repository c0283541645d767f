import { readFileSync } from 'node:fs';
import { avifBlends } from '../data/photos/decoding/avifBlends';
import { type NothingToSee, nothingToSee } from '../data/photos/decoding/nothingToSee';
import { ownRows } from '../data/photos/decoding/ownRows';
import { sharpRows } from '../data/photos/decoding/sharpRows';
import { type Drawing, drawingOf } from '../data/photos/drawings/drawing';
import { type Header, imageHeader, isHeic } from '../data/photos/imageHeader';
import type { Interpolation } from '../data/photos/photos';
import type { PictureSize } from '../data/photos/picture';
import { type Rows, sized } from '../data/photos/resize';
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

/** What the file is, and what to do. */
function unreadable(bytes: Uint8Array, header: Header): string {
  if (isHeic(bytes)) return 'it is a HEIC photo, as phones take them; save it as JPEG or PNG.';
  const reason = 'reason' in header ? header.reason : 'broken';
  if (reason === 'empty') return 'it is empty; copy or save it again.';
  if (reason === 'notAnImage') return 'it is none; give a JPEG, PNG, WebP, GIF, BMP or AVIF file.';
  if (reason === 'unsupportedFormat') return 'its format is not supported; save it as JPEG or PNG.';
  return 'it is damaged or cut off; copy or save it again.';
}

const avifText =
  'is an AVIF whose colours lie in fewer places than its light: sharp, which reads it here, repeats them, the page and ' +
  'load_img blend them, so edges of colours differ from both. Save it as PNG for the same pixels everywhere.';

const nothingText: Readonly<Record<NothingToSee, string>> = {
  uniform: 'is nearly one colour everywhere: there is little to see in it.',
  transparent:
    'is drawn by its transparency alone, which load_img leaves out: one colour is left of it. Save it on a background, white or black.',
};

async function rowsOf(bytes: Uint8Array<ArrayBuffer>, header: Header): Promise<Rows> {
  const own = 'format' in header ? await ownRows(header.format, bytes) : null;
  return own ?? sharpRows(await photoPackage(), bytes);
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new CommandError(missing ? `There is no file ${path}.` : `${path} cannot be opened.`);
  }
}

/** The pixels of a picture for a model of so many channels. Says on the way when there is hardly anything to see in it. */
async function readRows(path: string, channels: number): Promise<Rows> {
  const bytes = bytesOf(path);
  const header = imageHeader(bytes);
  const whole = 'format' in header || header.reason === 'unsupportedFormat';
  const said = () => new CommandError(`${path} cannot be read as an image: ${unreadable(bytes, header)}`);
  if (!whole) throw said();
  const rows = await rowsOf(bytes, header).catch((error: unknown) => {
    throw error instanceof CommandError ? error : said();
  });
  if ('format' in header && header.format === 'avif' && avifBlends(bytes)) console.error(`${path} ${avifText}`);
  const nothing = nothingToSee(rows, channels);
  if (nothing !== null) console.error(`${path} ${nothingText[nothing]}`);
  return rows;
}

/**
 * A photo in the size of the model's input as Keras's `load_img` makes it: as it is stored, whatever the camera's mark and
 * the profile of its colours say, without its alpha; `nearest` takes Pillow's pixels. Throws `CommandError` for a file that is no picture, and for some formats without `sharp`.
 */
export async function readPhoto(
  path: string,
  [height, width, channels]: readonly [number, number, number],
  interpolation: Interpolation,
): Promise<Picture> {
  const rows = await readRows(path, channels);
  const values = Float32Array.from(sized(rows, [height, width, channels], interpolation));
  return { width, height, channels, values };
}

/** A drawing as the page reads it; says when light and dark were exchanged because of its border. Throws as `readPhoto`. */
export async function readDrawing(path: string, size: PictureSize, invert: boolean | null): Promise<Drawing> {
  const drawing = drawingOf(await readRows(path, size.channels), size, invert);
  if (invert === null && drawing.inverted)
    console.error(
      `${path} has a light border: read as a drawing on paper, light and dark exchanged (--no-invert: not).`,
    );
  return drawing;
}
