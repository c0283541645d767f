import { usable } from '../../data/photos/photoSet';
import { type PhotoStorage, tidyProject } from '../../data/photos/photoStorage';
import type { PhotoSet } from '../../data/photos/photos';
import { copyPhotos } from './copyPhotos';
import type { PhotosElsewhere } from './photosState';

/** Sets that other projects than `here` have and a model can learn from; of the same photos the first, none that are `known`. */
export async function photosElsewhere(
  { sets }: PhotoStorage,
  here: string,
  known: readonly PhotoSet[],
): Promise<readonly PhotosElsewhere[]> {
  const found: PhotosElsewhere[] = [];
  const seen = new Set(known.map(contents));
  for (const project of await sets.projects()) {
    if (project === here) continue;
    for (const set of await sets.list(project)) {
      if (!usable(set) || seen.has(contents(set))) continue;
      seen.add(contents(set));
      found.push({ project, set });
    }
  }
  return found;
}

const contents = ({ classes, photos }: PhotoSet): string =>
  [classes.length, ...photos.map(({ hash, label }) => `${hash} ${label}`).toSorted()].join();

interface Taking {
  readonly storage: PhotoStorage;
  readonly from: string;
  readonly to: string;
  readonly signal: AbortSignal;
  progress(done: number, total: number): void;
}

/** Copies a set into another project; null where none of its files is there any more. Throws what `signal` was aborted with. */
export async function takenPhotos(set: PhotoSet, { storage, from, to, signal, progress }: Taking) {
  try {
    await copyPhotos(storage, [set], from, to, { signal, progress });
  } catch (error) {
    await tidyProject(storage, to);
    throw error;
  }
  return (await storage.sets.list(to)).find(({ id }) => id === set.id) ?? null;
}
