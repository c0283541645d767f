import { type Dataset, DatasetError } from '../dataset';
import { decode } from './decode';
import { inPool } from './inPool';
import { thumbnailName } from './photoFiles';
import { photoFacts, sampleOrder } from './photoSet';
import type { Interpolation, PhotoSet } from './photos';
import { sized } from './resize';

/** What a model wants of photos: `[height, width, channels]` of its input, and how they get that size. */
export interface WantedPhotos {
  readonly size: readonly [height: number, width: number, channels: number];
  readonly interpolation: Interpolation;
}

type Progress = (done: number, total: number) => void;
type Read = (hash: string) => Promise<Blob | null>;

/** Decoded pictures that wait for their turn take memory: so many at a time. */
const atATime = 3;

/**
 * The photos of a set as a dataset of exactly this size: training ones first, then those held back, each in an order that
 * is always the same. Runs in whatever thread calls it. Rejects with `DatasetError` where a file is gone, and when it is
 * cancelled.
 */
export async function loadPhotos(
  set: PhotoSet,
  read: Read,
  { size, interpolation }: WantedPhotos,
  progress: Progress,
  signal: AbortSignal,
): Promise<Dataset> {
  const photos = sampleOrder(set);
  const cells = size[0] * size[1] * size[2];
  let values: Dataset['values'] = new Uint8Array(photos.length * cells);
  let done = 0;
  await inPool(photos, atATime, signal, async ({ hash, path }, index) => {
    const file = await read(hash);
    if (file === null) throw new DatasetError(`${path}: the file is gone`);
    const picture = await decode(file);
    try {
      const own = sized(picture, size, interpolation);
      // Greys of 16 bits do not fit into bytes.
      if (own.BYTES_PER_ELEMENT > values.BYTES_PER_ELEMENT) values = Float32Array.from(values);
      values.set(own, index * cells);
    } finally {
      picture.close();
    }
    progress(++done, photos.length);
  });
  const target = {
    kind: 'classes',
    classes: set.classes,
    labels: Uint16Array.from(photos, ({ label }) => label),
  } as const;
  return {
    ...photoFacts(set),
    shape: size,
    values,
    target,
    sampleWeights: null,
    hashes: photos.map(({ hash }) => hash),
    names: photos.map(({ path }) => path),
    words: null,
  };
}

/** Small versions of all photos, made of their thumbnails: for showing samples, not for training. */
export function loadThumbnails(
  set: PhotoSet,
  files: { read(name: string): Promise<Blob | null> },
  progress: Progress,
  signal: AbortSignal,
): Promise<Dataset> {
  const want = { size: [48, 48, 3], interpolation: 'bilinear' } as const;
  return loadPhotos(set, (hash) => files.read(thumbnailName(hash)), want, progress, signal);
}
