import { thumbnailName } from '../../data/photos/photoFiles';
import type { PhotoStorage } from '../../data/photos/photoStorage';
import type { PhotoSet } from '../../data/photos/photos';

/** Keeps sets of one project, as a page still shows them, for another, with those of their files that are still there. */
export async function copyPhotos(
  { sets, files }: PhotoStorage,
  shown: readonly PhotoSet[],
  from: string,
  to: string,
): Promise<void> {
  for (const set of shown) {
    const photos: PhotoSet['photos'][number][] = [];
    for (const photo of set.photos) {
      const [whole, small] = [await files.read(from, photo.hash), await files.read(from, thumbnailName(photo.hash))];
      if (whole === null) continue;
      await files.write(to, photo.hash, whole);
      if (small !== null) await files.write(to, thumbnailName(photo.hash), small);
      photos.push(photo);
    }
    if (photos.length > 0) await sets.save(to, { ...set, photos });
  }
}
