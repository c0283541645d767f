import type { PhotoStorage } from '../../data/photos/photoStorage';
import type { PhotoSet } from '../../data/photos/photos';

/** Deletes all sets of a project that is gone; the answer gives those back of which files are still there. */
export async function forgetPhotos({ sets, files }: PhotoStorage, project: string) {
  const gone: PhotoSet[] = [];
  for (const set of await sets.list(project)) {
    await sets.forget(project, set.id);
    gone.push(set);
  }
  return async (): Promise<readonly PhotoSet[]> => {
    // Another tab may have swept the files meanwhile.
    const there = new Set(await files.names(project));
    return gone.map((set) => ({ ...set, photos: set.photos.filter(({ hash }) => there.has(hash)) }));
  };
}
