import { UnsupportedPicture } from './decoding/unsupportedPicture';
import { imageHeader } from './imageHeader';
import { inPool } from './inPool';
import { type PhotoFiles, thumbnailName } from './photoFiles';
import type { LeftOut, Photo } from './photos';

/** A file that may be a photo; a zip's are unpacked when they are opened. */
export interface Source {
  readonly path: string;
  readonly size: number;
  open(): Promise<Blob>;
}

/** Larger pictures are left out before they are decoded: 120 megapixels are half a gigabyte. */
export const mostPixels = 120e6;
export const mostBytes = 256 * 2 ** 20;
/** A side shorter than this is no photo. */
export const leastSide = 4;
/** Photos of this many pixels are decoded one at a time. */
const large = 16e6;
const atATime = 4;

export type Found = Pick<Photo, 'path' | 'hash' | 'width' | 'height' | 'uniform'>;

/** What a look at a photo says: its size, a thumbnail, and whether it is nearly one colour everywhere. */
export interface Look extends Pick<Photo, 'width' | 'height' | 'uniform'> {
  readonly thumbnail: Blob;
}

export interface Importing {
  readonly files: PhotoFiles;
  readonly project: string;
  /** Hashes that the set has already. */
  readonly known: ReadonlySet<string>;
  /** Decodes a photo. Rejects where it cannot be decoded. */
  readonly look: (file: Blob) => Promise<Look>;
  readonly progress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface ImportedPhotos {
  /** In the order of the sources. */
  readonly found: readonly Found[];
  readonly leftOut: readonly LeftOut[];
  /** Files that were not read any more, because the storage is full. */
  readonly unread: number;
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
  // Only pages from localhost or https have `crypto.subtle`.
  if (!('subtle' in crypto)) return (await import('hash-wasm')).sha256(new Uint8Array(bytes));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of files with the same bytes the first in order is the photo, whichever was read first. */
function keepFirst(
  results: (Found | LeftOut['reason'] | null)[],
  hashes: readonly (string | undefined)[],
  sources: readonly Source[],
): void {
  const first = new Map<string, number>();
  results.forEach((result, index) => {
    const hash = hashes[index];
    if (hash === undefined || result === null || (typeof result === 'string' && result !== 'duplicate')) return;
    const before = first.get(hash);
    if (before === undefined) first.set(hash, index);
    else if (typeof result !== 'string') {
      results[before] = { ...result, path: sources[before]!.path };
      results[index] = 'duplicate';
    }
  });
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/**
 * Reads, checks and keeps photos, a few at a time; what cannot be read is listed with its reason. A full storage ends the
 * import with what there is so far. Rejects when it is cancelled; the files written by then are in no set (`tidyProject`).
 */
export async function importPhotos(sources: readonly Source[], importing: Importing): Promise<ImportedPhotos> {
  const { files, project, known, look, progress, signal } = importing;
  const results: (Found | LeftOut['reason'] | null)[] = sources.map(() => null);
  const hashes = new Set(known);
  const hashAt: (string | undefined)[] = [];
  let done = 0;
  let full = false;
  let largeOnes = Promise.resolve();

  const looked = async (file: Blob, pixels: number) => {
    if (pixels < large) return look(file);
    const mine = largeOnes.then(() => look(file));
    largeOnes = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };

  const read = async ({ path, size, open }: Source, index: number): Promise<Found | LeftOut['reason']> => {
    if (size > mostBytes) return 'tooLarge';
    const file = await open().catch(() => null);
    const bytes = await file?.arrayBuffer().catch(() => null);
    if (!file || !bytes) return 'broken';
    const header = imageHeader(new Uint8Array(bytes));
    if ('reason' in header) return header.reason;
    if (header.width * header.height > mostPixels) return 'tooLarge';
    if (Math.min(header.width, header.height) < leastSide) return 'tooSmall';
    const hash = await hashOf(bytes);
    hashAt[index] = hash;
    if (hashes.has(hash)) return 'duplicate';
    hashes.add(hash);
    const seen = await looked(file, header.width * header.height).catch((error: unknown) =>
      header.format === 'avif' || error instanceof UnsupportedPicture ? 'unsupportedFormat' : 'broken',
    );
    if (typeof seen === 'string') return seen;
    signal.throwIfAborted();
    await files.write(project, thumbnailName(hash), seen.thumbnail);
    await files.write(project, hash, new Blob([bytes], { type: `image/${header.format}` }));
    const { width, height, uniform = false } = seen;
    return { path, hash, width, height, ...(uniform ? { uniform } : {}) };
  };

  await inPool(sources, atATime, signal, async (source, index) => {
    if (full) return;
    try {
      results[index] = await read(source, index);
    } catch (error) {
      if (!isFull(error)) throw error;
      full = true;
    }
    progress(++done, sources.length);
  });

  keepFirst(results, hashAt, sources);
  return {
    found: results.filter((result) => result !== null && typeof result !== 'string'),
    leftOut: results.flatMap((result, index) =>
      typeof result === 'string' ? [{ path: sources[index]!.path, reason: result }] : [],
    ),
    unread: results.filter((result) => result === null).length,
  };
}
