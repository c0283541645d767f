/** `src/photos.ts` of an exported project: a folder of photos as a dataset. */
export const photosFile = `import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import type { Dataset } from './data/dataset';
import { placedByFolders } from './data/photos/folders';
import { resizeInto } from './data/photos/resize';
import { derivedSeed, shuffledIndices } from './data/random';
import { settings } from './settings';

/** [height, width, channels] that the model takes. */
const size = settings.picture;
const pixels = size[0] * size[1] * size[2];

/** One photo in the model's size, turned as its EXIF data says; resized as the editor and Keras do. */
export async function readPhoto(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const { data, info } = await sharp(path).autoOrient().toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const source = { width: info.width, height: info.height, row: (y: number) => data.subarray(y * info.width * 4, (y + 1) * info.width * 4) };
  const photo = new Uint8Array(pixels);
  resizeInto(photo, source, size, settings.interpolation);
  return photo;
}

/**
 * Photos in folders: train/<class> and validation/<class>, or <class> alone, of which a part is held back. Files that are
 * no photos are left out and named.
 */
export async function readPhotos(folder: string): Promise<Dataset> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name).split(sep).join('/'))
    .sort();
  const placed = placedByFolders(paths).filter(({ label }) => label !== null);
  const classes = [...new Set(placed.map(({ label }) => label!))].sort();
  if (classes.length < 2) throw new Error(folder + ' needs a folder of photos for each of at least two classes.');
  const found: { photo: Uint8Array; label: number; held: boolean; path: string }[] = [];
  const order = shuffledIndices(placed.length, derivedSeed(settings.seed, 'photos'));
  const share = settings.validationSplit ?? 0.2;
  const inParts = placed.some(({ part }) => part !== null);
  for (const [place, index] of order.entries()) {
    const { path, label, part } = placed[index]!;
    const held = inParts ? part === 'validation' : place >= placed.length * (1 - share);
    try {
      found.push({ photo: await readPhoto(path), label: classes.indexOf(label!), held, path });
    } catch (error) {
      console.log('Left out: ' + path + ' (' + (error instanceof Error ? error.message : String(error)) + ')');
    }
  }
  const sorted = [...found.filter(({ held }) => !held), ...found.filter(({ held }) => held)];
  const values = new Uint8Array(sorted.length * pixels);
  sorted.forEach(({ photo }, place) => values.set(photo, place * pixels));
  return {
    id: folder,
    kind: 'images',
    shape: size,
    target: { kind: 'classes', classes, labels: Uint16Array.from(sorted, ({ label }) => label) },
    count: sorted.length,
    validation: found.filter(({ held }) => held).length,
    vocabulary: null,
    values,
    sampleWeights: null,
    names: sorted.map(({ path }) => path),
    words: null,
  };
}
`;

/** \`src/augmentation.ts\` of an exported project: the settings of the random changes. */
export const augmentationFile = `/** Random changes of training photos, with the names and meanings of Keras's ImageDataGenerator; 0 is none. */
export interface Augmentation {
  readonly enabled: boolean;
  readonly rotationRange: number;
  readonly widthShiftRange: number;
  readonly heightShiftRange: number;
  readonly shearRange: number;
  readonly zoomRange: number;
  readonly brightnessRange: number;
  readonly horizontalFlip: boolean;
  readonly verticalFlip: boolean;
  readonly fillMode: 'nearest' | 'constant' | 'reflect' | 'wrap';
}
`;
