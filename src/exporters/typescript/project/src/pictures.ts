import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs';
import sharp from 'sharp';
import type { Source } from '../../../../data/batches';
import { type Dataset, sampleSize } from '../../../../data/dataset';
import { placedByFolders } from '../../../../data/photos/folders';
import { type Part, parts } from '../../../../data/photos/photos';
import { resizeInto } from '../../../../data/photos/resize';
import { derivedSeed, shuffledIndices } from '../../../../data/random';
import { settings } from './settings';

type Size = readonly [height: number, width: number, channels: number];

/** The size of the pictures that the model takes. */
function sizeOf(model: LayersModel): Size {
  const [, height, width, channels] = model.inputs[0]?.shape ?? [];
  if (height == null || width == null || channels == null)
    throw new Error('The model takes no picture of a fixed size.');
  return [height, width, channels];
}

/** One photo in a size, turned as its EXIF data says; resized as the editor and Keras do. */
async function readPhoto(path: string, size: Size): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp(path).autoOrient().toColourspace('srgb').ensureAlpha();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const row = (y: number) => data.subarray(y * width * 4, (y + 1) * width * 4);
  const photo = new Uint8Array(sampleSize(size));
  resizeInto(photo, { width, height, row }, size, settings.interpolation);
  return photo;
}

/** A photo in the size of the model, as a sample. */
export async function readPicture(path: string, model: LayersModel): Promise<Source> {
  const shape = sizeOf(model);
  return { kind: 'images', shape, values: await readPhoto(path, shape) };
}

/**
 * Photos in folders: train/<class>, validation/<class> and test/<class>, or <class> alone; without photos to validate on a
 * share is held back. Files that are no photos are left out and named.
 */
export async function readFolder(folder: string, model: LayersModel): Promise<Dataset> {
  const shape = sizeOf(model);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).split(sep).join('/'))
    .sort();
  const placed = placedByFolders(paths).filter(({ label }) => label !== null);
  const classes = [...new Set(placed.map(({ label }) => label!))].sort();
  if (classes.length < 2) throw new Error(`${folder} needs a folder of photos for each of at least two classes.`);
  const found: { photo: Uint8Array; label: number; part: Part; path: string }[] = [];
  const order = shuffledIndices(placed.length, derivedSeed(settings.seed, 'photos'));
  const share = settings.validationSplit ?? 0.2;
  const validated = placed.some(({ part }) => part === 'validation');
  const open = Array.from(order).filter((index) => placed[index]!.part !== 'test');
  const held = new Set(validated ? [] : open.slice(Math.ceil(open.length * (1 - share))));
  for (const index of order) {
    const { path, label, part: own } = placed[index]!;
    const part = held.has(index) ? 'validation' : (own ?? 'training');
    try {
      found.push({ photo: await readPhoto(path, shape), label: classes.indexOf(label!), part, path });
    } catch (error) {
      console.log(`Left out: ${path} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  const ofPart = (wanted: Part) => found.filter(({ part }) => part === wanted);
  const sorted = parts.flatMap(ofPart);
  const values = new Uint8Array(sorted.length * sampleSize(shape));
  sorted.forEach(({ photo }, place) => values.set(photo, place * photo.length));
  return {
    id: folder,
    kind: 'images',
    shape,
    target: { kind: 'classes', classes, labels: Uint16Array.from(sorted, ({ label }) => label) },
    count: sorted.length,
    validation: ofPart('validation').length,
    test: ofPart('test').length,
    vocabulary: null,
    values,
    sampleWeights: null,
    names: sorted.map(({ path }) => path),
    words: null,
  };
}
