import { type PhotoSets, memorySets, photoDatabase } from './photoDatabase';
import { type PhotoFiles, memoryFiles, privateFiles, thumbnailName } from './photoFiles';

/** Sets of photos and their files, as a project keeps them. */
export interface PhotoStorage {
  readonly sets: PhotoSets;
  readonly files: PhotoFiles;
}

/** Sets in IndexedDB and files in the private file system; in the database, or in memory, where a browser has no other. */
export function openPhotoStorage(): PhotoStorage {
  if (!('indexedDB' in globalThis)) return memoryPhotos();
  const database = photoDatabase();
  const writable = 'FileSystemFileHandle' in globalThis && 'createWritable' in FileSystemFileHandle.prototype;
  const secure = 'storage' in navigator && 'getDirectory' in navigator.storage;
  return writable && secure ? { sets: database.sets, files: privateFiles() } : database;
}

export const memoryPhotos = (): PhotoStorage => ({ sets: memorySets(), files: memoryFiles() });

/** Deletes a project's files that none of its sets names: what a cancelled import wrote, and photos taken out of a set. */
export async function tidyProject({ sets, files }: PhotoStorage, project: string): Promise<void> {
  const used = new Set<string>();
  for (const { photos } of await sets.list(project)) {
    for (const { hash } of photos) used.add(hash).add(thumbnailName(hash));
  }
  if (used.size === 0) await files.removeProject(project);
  else for (const name of await files.names(project)) if (!used.has(name)) await files.remove(project, name);
}

/** Deletes the files of projects that have no set any more: deleted ones, once their deletion can no longer be taken back. */
export async function sweepProjects(
  { sets, files }: PhotoStorage,
  alone: (project: string, work: () => Promise<void>) => Promise<void> = (_, work) => work(),
): Promise<void> {
  const alive = new Set(await sets.projects());
  for (const project of await files.projects()) {
    if (alive.has(project)) continue;
    await alone(project, async () => {
      // What was imported meanwhile has a set now.
      if (!(await sets.projects()).includes(project)) await files.removeProject(project);
    });
  }
}
