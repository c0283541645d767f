import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { LayersModel } from '@tensorflow/tfjs';
import sharp from 'sharp';
import type { Source } from '../../data/batches';
import { type Dataset, sampleSize } from '../../data/dataset';
import { ownRows } from '../../data/photos/decoding/ownRows';
import { sharpRows } from '../../data/photos/decoding/sharpRows';
import { placedByFolders } from '../../data/photos/folders';
import { imageHeader } from '../../data/photos/imageHeader';
import { type Part, parts } from '../../data/photos/photos';
import { type Rows, sized } from '../../data/photos/resize';
import { derivedSeed, shuffledIndices } from '../../data/random';
import type { Learned } from '../../data/learned';
import type { Settings } from '../settings';
import { pictureSample } from './pictureSample';
import { pictureShape } from './pictureShape';

type Reading = Pick<Settings, 'interpolation' | 'drawings' | 'seed' | 'validationSplit'>;

/** The pixels of a photo, read as the editor and Keras do. */
async function readRows(path: string): Promise<Rows> {
  const bytes = new Uint8Array(readFileSync(path));
  const header = imageHeader(bytes);
  if ('reason' in header && header.reason !== 'unsupportedFormat') throw new Error(header.reason);
  const own = 'format' in header ? await ownRows(header.format, bytes) : null;
  return own ?? sharpRows(sharp, bytes);
}

/** A photo as a sample of this shape. */
export async function readPicture(
  path: string,
  wanted: Learned['shape'],
  settings: Reading,
  invert: boolean | null,
): Promise<Source> {
  return pictureSample(await readRows(path), wanted, settings, invert);
}

/**
 * Photos in folders: train/<class>, validation/<class> and test/<class>, or <class> alone; without photos to validate on a
 * share is held back. Files that are no photos are left out and named.
 */
export async function readFolder(folder: string, model: LayersModel, settings: Reading): Promise<Dataset> {
  const shape = pictureShape(model.inputs[0]!.shape.slice(1));
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).split(sep).join('/'))
    .sort();
  const placed = placedByFolders(paths).filter(({ label }) => label !== null);
  const classes = [...new Set(placed.map(({ label }) => label!))].sort();
  if (classes.length < 2) throw new Error(`${folder} needs a folder of photos for each of at least two classes.`);
  const found: { photo: Source['values']; label: number; part: Part; path: string }[] = [];
  const order = shuffledIndices(placed.length, derivedSeed(settings.seed, 'photos'));
  const share = settings.validationSplit ?? 0.2;
  const validated = placed.some(({ part }) => part === 'validation');
  const open = Array.from(order).filter((index) => placed[index]!.part !== 'test');
  const held = new Set(validated ? [] : open.slice(Math.ceil(open.length * (1 - share))));
  for (const index of order) {
    const { path, label, part: own } = placed[index]!;
    const part = held.has(index) ? 'validation' : (own ?? 'training');
    try {
      const photo = sized(await readRows(path), shape, settings.interpolation);
      found.push({ photo, label: classes.indexOf(label!), part, path });
    } catch (error) {
      console.log(`Skipped: ${path} (${error instanceof Error ? error.message : String(error)})`);
    }
  }
  const ofPart = (wanted: Part) => found.filter(({ part }) => part === wanted);
  const sorted = parts.flatMap(ofPart);
  // Greys of 16 bits do not fit into bytes.
  const Values = sorted.some(({ photo }) => photo instanceof Float32Array) ? Float32Array : Uint8Array;
  const values = new Values(sorted.length * sampleSize(shape));
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
