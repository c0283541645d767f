import { type Placed, type Reading, type ReadingKind, imageName, readingsOf } from './folders';
import { type Importing, type Source, importPhotos } from './importPhotos';
import { type Holdback, heldBack } from './photoSet';
import type { LeftOut, Part, Photo, PhotoSet } from './photos';

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
  /** How the folders are to be understood; null or missing is the likeliest way. */
  readonly reading?: ReadingKind | null;
}

export interface FolderImported {
  readonly set: PhotoSet;
  readonly added: number;
  /** Files that were not read any more, because the storage is full. */
  readonly unread: number;
  /** Classes of which no file could be read; they are not in the set. */
  readonly without: readonly string[];
}

/** Folders that can be understood in several ways, between which only a person can decide. */
export interface FolderQuestion {
  /** The likelier first. */
  readonly readings: readonly ReadingSummary[];
}

/** What comes of a reading: its classes, and how many files each part would have; `open` ones are split by chance. */
export interface ReadingSummary extends Readonly<Record<Part | 'open', number>> {
  readonly kind: ReadingKind;
  readonly classes: readonly string[];
}

function summaryOf({ kind, placed }: Reading): ReadingSummary {
  const counts = { training: 0, validation: 0, test: 0, open: 0 };
  const wanted = placed.filter(({ path, label }) => label !== null || imageName.test(path));
  for (const { part } of wanted) counts[part ?? 'open']++;
  const classes = [...new Set(wanted.flatMap(({ label }) => label ?? []))].sort();
  return { kind, classes, ...counts };
}

/** What must be asked before files with these paths are imported; null where there is no doubt. */
export function questionOf(paths: readonly string[]): FolderQuestion | null {
  const readings = readingsOf(paths);
  return readings.length < 2 ? null : { readings: readings.map(summaryOf) };
}

/** Photos in the folders of their classes go into a set; see `importPhotos`. Rejects when it is cancelled. */
export async function importFolder(
  sources: readonly Source[],
  { set, into, otherwise, holdback, reading }: FolderImport,
  importing: Omit<Importing, 'known'>,
): Promise<FolderImported> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const readings = readingsOf([...byPath.keys()]);
  const { placed } = readings.find(({ kind }) => kind === reading) ?? readings[0]!;
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
  // Photos to train on without any to validate on are split; the test is kept for the end.
  const validated = placed.some(({ part }) => part === 'validation');
  const isOpen = (part: Part | null) => part === null || (!validated && part === 'training');
  const open = photos.filter(({ path }) => isOpen(places.get(path)!.part));
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
