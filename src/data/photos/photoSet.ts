import type { DatasetFacts } from '../dataset';
import { photosPrefix } from '../../document/training/datasetIds';
import { derivedSeed, shuffledIndices } from '../random';
import { type Part, type Photo, type PhotoSet, parts } from './photos';

/** How photos are held back to validate on: a share of every class, by chance that depends on the seed. */
export interface Holdback {
  readonly share: number;
  readonly seed: number;
}

export const usualHoldback: Holdback = { share: 0.25, seed: 1 };

/** An id for a new set of this name that none of these has. */
export function freshSetId(name: string, taken: readonly Pick<PhotoSet, 'id'>[]): string {
  const plain = `${photosPrefix}${name.slice(0, 150)}`;
  for (let number = 2, id = plain; ; number++) {
    if (taken.every((set) => set.id !== id)) return id;
    id = `${plain} ${number}`;
  }
}

type Change = (set: PhotoSet) => PhotoSet;

export interface PhotoCounts extends Readonly<Record<Part, number>> {
  readonly all: number;
}

/** Photos of each class, all of them and by part. */
export function countsOf({ classes, photos }: PhotoSet): readonly PhotoCounts[] {
  const counts = classes.map(() => ({ all: 0, training: 0, validation: 0, test: 0 }));
  for (const { label, part } of photos) {
    counts[label]!.all++;
    counts[label]![part]++;
  }
  return counts;
}

/**
 * The photos with a share of every class held back: at least one where a class has two, and never all. The choice depends
 * on the seed and on the class's photos only. Those of the test stay there, and do not count.
 */
export function heldBack(
  photos: readonly Photo[],
  classes: readonly string[],
  { share, seed }: Holdback,
): readonly Photo[] {
  const held = new Set<string>();
  classes.forEach((name, label) => {
    const own = photos.filter((photo) => photo.label === label && photo.part !== 'test').map(({ hash }) => hash);
    const wanted = share === 0 ? 0 : Math.max(1, Math.round(own.length * share));
    const order = shuffledIndices(own.length, derivedSeed(seed, 'holdback', name));
    for (const place of order.subarray(0, Math.min(wanted, own.length - 1))) held.add(own[place]!);
  });
  return photos.map((photo) =>
    photo.part === 'test' ? photo : { ...photo, part: held.has(photo.hash) ? 'validation' : 'training' },
  );
}

export const splitAnew =
  (holdback: Holdback): Change =>
  (set) => ({ ...set, photos: heldBack(set.photos, set.classes, holdback) });

/** A new class without photos; the set as it is where the name is taken. */
export const addClass =
  (name: string): Change =>
  (set) =>
    set.classes.includes(name) ? set : { ...set, classes: [...set.classes, name] };

/** Another name; where a class has it already, the two become one. */
export const renameClass =
  (label: number, name: string): Change =>
  (set) => {
    const other = set.classes.indexOf(name);
    if (other === label) return set;
    if (other < 0) return { ...set, classes: set.classes.map((each, at) => (at === label ? name : each)) };
    const merged = set.photos.map((photo) => (photo.label === label ? { ...photo, label: other } : photo));
    return removeClass(label)({ ...set, photos: merged });
  };

/** Takes a class out, with its photos. */
export const removeClass =
  (label: number): Change =>
  (set) => ({
    ...set,
    classes: set.classes.filter((_, at) => at !== label),
    photos: set.photos
      .filter((photo) => photo.label !== label)
      .map((photo) => (photo.label > label ? { ...photo, label: photo.label - 1 } : photo)),
  });

export const movePhotos =
  (hashes: ReadonlySet<string>, label: number): Change =>
  (set) => ({ ...set, photos: set.photos.map((photo) => (hashes.has(photo.hash) ? { ...photo, label } : photo)) });

export const setPart =
  (hashes: ReadonlySet<string>, part: Photo['part']): Change =>
  (set) => ({ ...set, photos: set.photos.map((photo) => (hashes.has(photo.hash) ? { ...photo, part } : photo)) });

export const removePhotos =
  (hashes: ReadonlySet<string>): Change =>
  (set) => ({ ...set, photos: set.photos.filter(({ hash }) => !hashes.has(hash)) });

/** What keeps a set from being a dataset, or may make it a poor one. */
export type PhotoSetTrouble =
  | { readonly code: 'noPhotos' }
  | { readonly code: 'oneClass'; readonly name: string; readonly photos: number }
  | { readonly code: 'emptyClasses' | 'untrainedClasses'; readonly names: readonly string[] }
  | { readonly code: 'uniformPhotos'; readonly names: readonly string[] }
  | { readonly code: 'fewPhotos'; readonly names: readonly string[]; readonly advised: number };

/** A class with fewer photos than this seldom teaches a model anything. */
export const advisedPhotos = 10;

/** What is wrong with a set, the gravest first; `uniformPhotos` and `fewPhotos` do not keep it from being used. */
export function photoSetTrouble(set: PhotoSet): PhotoSetTrouble | null {
  const counts = countsOf(set);
  const those = (which: (count: PhotoCounts) => boolean) => set.classes.filter((_, label) => which(counts[label]!));
  const empty = those(({ all }) => all === 0);
  const untrained = those(({ all, training }) => all > 0 && training === 0);
  const few = those(({ all }) => all < advisedPhotos);
  if (set.photos.length === 0) return { code: 'noPhotos' };
  if (set.classes.length < 2) return { code: 'oneClass', name: set.classes[0] ?? '', photos: set.photos.length };
  if (empty.length > 0) return { code: 'emptyClasses', names: empty };
  if (untrained.length > 0) return { code: 'untrainedClasses', names: untrained };
  const uniform = set.photos.filter((photo) => photo.uniform).map(({ path }) => path);
  if (uniform.length > 0) return { code: 'uniformPhotos', names: uniform };
  return few.length > 0 ? { code: 'fewPhotos', names: few, advised: advisedPhotos } : null;
}

export const isMild = ({ code }: PhotoSetTrouble): boolean => code === 'fewPhotos' || code === 'uniformPhotos';

export function usable(set: PhotoSet): boolean {
  const trouble = photoSetTrouble(set);
  return trouble === null || isMild(trouble);
}

/** The order in which photos become samples: those to train on, to validate on and to test on, each mixed in the same way every time. */
export function sampleOrder({ photos }: PhotoSet): readonly Photo[] {
  const mixed = Array.from(shuffledIndices(photos.length, 1), (place) => photos[place]!);
  return parts.flatMap((wanted) => mixed.filter(({ part }) => part === wanted));
}

/** A set as a dataset; photos take any size, the one that is said is the usual input of pretrained models. */
export function photoFacts({ id, classes, photos }: PhotoSet): DatasetFacts {
  const count = (wanted: Part) => photos.filter(({ part }) => part === wanted).length;
  const target = { kind: 'classes', classes: classes.length } as const;
  const split = { count: photos.length, validation: count('validation'), test: count('test') };
  return { id, kind: 'images', shape: [224, 224, 3], target, ...split, vocabulary: null };
}
