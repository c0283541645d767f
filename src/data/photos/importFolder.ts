import { type Placed, placedByFolders } from './folders';
import { type Importing, type Source, importPhotos } from './importPhotos';
import { type Holdback, heldBack } from './photoSet';
import type { LeftOut, Photo, PhotoSet } from './photos';

/** A file with its path inside the folder that was chosen or dropped. */
export interface FolderFile {
  readonly path: string;
  readonly file: File;
}

export interface FolderImport {
  /** The set that the photos go into; a new one begins empty. */
  readonly set: PhotoSet;
  /** The class that all photos get, whatever their folders are called; null goes by folders. */
  readonly into: string | null;
  /** The class of photos that lie in no folder. */
  readonly otherwise: string;
  readonly holdback: Holdback;
}

export interface FolderImported {
  readonly set: PhotoSet;
  readonly added: number;
  /** Files that were not read any more, because the storage is full. */
  readonly unread: number;
  /** Classes of which no file could be read; they are not in the set. */
  readonly without: readonly string[];
}

const imageName = /\.(jpe?g|jfif|png|gif|webp|bmp|avif|tiff?|heic|heif|psd|svg)$/i;

/** Photos in the folders of their classes go into a set; see `importPhotos`. Rejects when it is cancelled. */
export async function importFolder(
  sources: readonly Source[],
  { set, into, otherwise, holdback }: FolderImport,
  importing: Omit<Importing, 'known'>,
): Promise<FolderImported> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const placed = placedByFolders([...byPath.keys()]);
  const named = placed.some(({ label }) => label !== null);
  // Loose photos alone are a class to begin with; beside folders, nobody knows what they are.
  const labelOf = ({ label }: Placed) => into ?? (named ? label : otherwise);
  const [wanted, loose] = [true, false].map((has) => placed.filter((each) => (labelOf(each) !== null) === has));
  const known = new Set(set.photos.map(({ hash }) => hash));
  const { found, leftOut, unread } = await importPhotos(
    wanted!.map(({ path }) => byPath.get(path)!),
    { ...importing, known },
  );
  const places = new Map(wanted!.map((each) => [each.path, each]));
  const labelled = found.map((photo) => ({ photo, at: places.get(photo.path)! }));
  const fresh = [...new Set(labelled.map(({ at }) => labelOf(at)!))].filter((name) => !set.classes.includes(name));
  // Sorted as Keras's `image_dataset_from_directory` does: by code points.
  const classes = [...set.classes, ...fresh.sort()];
  const photos = labelled.map(({ photo, at }): Photo => ({
    ...photo,
    label: classes.indexOf(labelOf(at)!),
    part: at.part ?? 'training',
  }));
  const open = photos.filter(({ path }) => places.get(path)!.part === null);
  const held = new Map(heldBack(open, classes, holdback).map((photo) => [photo.hash, photo]));
  const noClass = loose!.map(({ path }): LeftOut => ({
    path,
    reason: imageName.test(path) ? 'noClass' : 'notAnImage',
  }));
  const without = [...new Set(wanted!.map((each) => labelOf(each)!))].filter((name) => !classes.includes(name));
  return {
    set: {
      ...set,
      classes,
      photos: [...set.photos, ...photos.map((photo) => held.get(photo.hash) ?? photo)],
      leftOut: [...set.leftOut, ...leftOut, ...noClass].slice(-5000),
    },
    added: photos.length,
    unread,
    without,
  };
}
