import { thumbnailName } from '../../data/photos/photoFiles';
import type { PhotoStorage } from '../../data/photos/photoStorage';
import type { PhotoSet } from '../../data/photos/photos';

interface Copying {
  readonly signal?: AbortSignal;
  progress?(done: number, total: number): void;
}

/**
 * Keeps sets of one project, as a page still shows them, for another, with those of their files that are still there.
 * Throws what `signal` was aborted with; the set under way is not kept then.
 */
export async function copyPhotos(
  { sets, files }: PhotoStorage,
  shown: readonly PhotoSet[],
  from: string,
  to: string,
  { signal, progress }: Copying = {},
): Promise<void> {
  const total = shown.reduce((sum, { photos }) => sum + photos.length, 0);
  let done = 0;
  for (const set of shown) {
    const photos: PhotoSet['photos'][number][] = [];
    for (const photo of set.photos) {
      signal?.throwIfAborted();
      progress?.(done++, total);
      const [whole, small] = [await files.read(from, photo.hash), await files.read(from, thumbnailName(photo.hash))];
      if (whole === null) continue;
      await files.write(to, photo.hash, whole);
      if (small !== null) await files.write(to, thumbnailName(photo.hash), small);
      photos.push(photo);
    }
    if (photos.length > 0) await sets.save(to, { ...set, photos });
  }
}
