import { classOfName, classesByName } from './layout/classOfName';
import { type Filed, type Parted, partedFiles } from './layout/folderParts';
import { partOfFolder } from './layout/partOfFolder';
import type { Part } from './photos';

/** Where a file of a folder belongs; `label` is null when nothing names its class. */
export interface Placed {
  readonly path: string;
  readonly label: string | null;
  /** Null where the folders do not say, so that a share of the photos is held back. */
  readonly part: Part | null;
}

/**
 * How the folders can be understood: as parts of the data with classes in them, as classes, each with the same classes inside;
 * by the files' names; as one class.
 */
export const readingKinds = ['parts', 'inner', 'classes', 'names', 'one'] as const;
export type ReadingKind = (typeof readingKinds)[number];

export interface Reading {
  readonly kind: ReadingKind;
  readonly placed: readonly Placed[];
}

/** Files that systems leave in folders, which nobody means to import. */
const litter = /(^|\/)(\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|node_modules)(\/|$)/i;
export const imageName = /\.(jpe?g|jfif|png|gif|webp|bmp|avif|tiff?|heic|heif|psd|svg)$/i;

const distinct = (labels: readonly (string | null)[]) => new Set(labels.filter((label) => label !== null));

/** Files by their folders, without those that all pictures share; and the part that a shared one is called after. */
function filed(paths: readonly string[]): { readonly files: readonly Filed[]; readonly around: Part | null } {
  const all = paths.map((path) => {
    const steps = path.normalize('NFC').split('/').filter(Boolean);
    return { path, folders: steps.slice(0, -1), name: steps.at(-1) ?? '' };
  });
  const pictures = evidence(all);
  let from = 0;
  let around: Part | null = null;
  for (; pictures.length > 0; from++) {
    const folder = pictures[0]!.folders[from];
    const shared = folder !== undefined && pictures.every(({ folders }) => folders[from] === folder);
    if (!shared || !pictures.some(({ folders }) => folders.length > from + 1)) break;
    around = partOfFolder(folder)?.part ?? around;
  }
  const own = (folders: readonly string[]) =>
    pictures[0]?.folders.slice(0, from).every((folder, at) => folders[at] === folder) ? folders.slice(from) : [];
  return { files: all.map((file) => ({ ...file, folders: own(file.folders) })), around };
}

/** The files that tell how the folders are meant: pictures, where any are called so. */
function evidence<T extends { readonly name: string }>(files: readonly T[]): readonly T[] {
  const pictures = files.filter(({ name }) => imageName.test(name));
  return pictures.length > 0 ? pictures : files;
}

/** The class of each file in a part: the folder in it, what its part is called besides, or the folder around the parts. */
function labelsInParts(parted: readonly Parted[]): ReadonlyMap<string, string | null> {
  const inner = parted.map(({ inner: [folder] }) => folder ?? null);
  const rest = parted.map(({ rest: word }) => (word === '' ? null : word));
  const outer = parted.map(({ outer: folders }) => folders.at(-1) ?? null);
  const flat = inner.every((label) => label === null);
  const labels = !flat ? inner : ([rest, outer].find((each) => distinct(each).size > 1) ?? inner);
  // `train/Cats` and `test/cats` are one class, if training has no `cats` of its own.
  const trained = distinct(labels.filter((_, at) => parted[at]!.part === 'training'));
  const spelt = new Map([...trained].map((label) => [label.toLowerCase(), label]));
  const spelling = (label: string | null) =>
    label === null || trained.has(label) ? label : (spelt.get(label.toLowerCase()) ?? label);
  return new Map(parted.map(({ file }, at) => [file.path, spelling(labels[at]!)]));
}

/** The folders as parts of the data; null where they are none. */
function asParts(files: readonly Filed[]): { readonly reading: Reading; readonly sure: boolean } | null {
  const parted = partedFiles(files);
  const known = new Set(evidence(files).map(({ path }) => path));
  const seen = parted.filter(({ file }) => known.has(file.path));
  const parts = new Set(seen.map(({ part }) => part));
  const labels = labelsInParts(parted);
  const labelsOf = (which: (part: Part) => boolean) =>
    distinct(seen.filter(({ part }) => which(part)).map(({ file }) => labels.get(file.path) ?? null));
  const trained = labelsOf((part) => part === 'training');
  const others = labelsOf((part) => part !== 'training');
  const within = new Set(seen.map(({ file }) => file.path));
  const outside = files.filter(({ path, folders }) => known.has(path) && !within.has(path) && folders.length > 0);
  const alone = parts.size === 1 && parts.has('training') && trained.size > 1;
  if (parts.size < 2 && !(alone && outside.every(({ folders }) => folders.length === 1))) return null;
  const training = parts.has('training');
  const meant = new Map(parted.map(({ file, part }) => [file.path, part === 'validation' && !training ? null : part]));
  const placed = files.map(({ path }) => ({ path, label: labels.get(path) ?? null, part: meant.get(path) ?? null }));
  const flat = trained.size + others.size === 0;
  const taught = seen.filter(({ part }) => part === 'training').map(({ file }) => file.name);
  const named = flat ? distinct(classesByName(taught) ?? []) : new Set<string>();
  const names = new Map(seen.map(({ file }) => [file.path, classOfName(file.name)]));
  const byName = (path: string) => [names.get(path) ?? null].find((name) => name !== null && named.has(name)) ?? null;
  const reading: Reading = {
    kind: 'parts',
    placed: named.size === 0 ? placed : placed.map((each) => ({ ...each, label: byName(each.path) })),
  };
  const alike = trained.size > 1 && [...others].every((label) => trained.has(label));
  return { reading, sure: outside.length === 0 && (alike || (!training && others.size > 1)) };
}

/** Has each of the outermost folders the same folders inside: `fold1/cats`, `fold1/dogs`, `fold2/cats`, `fold2/dogs`? */
function sameInside(files: readonly Filed[]): boolean {
  const inside = new Map<string, Set<string>>();
  for (const { folders } of files) {
    const [outer, inner] = folders;
    if (outer === undefined || inner === undefined) return false;
    inside.set(outer, (inside.get(outer) ?? new Set()).add(inner));
  }
  const [first, ...rest] = [...inside.values()].map((names) => [...names].sort().join('/'));
  return first?.includes('/') === true && rest.every((names) => names === first);
}

/** The outermost folders as classes, or what each of them has inside; a single one of them, or none, as its pictures are named. */
function asClasses(files: readonly Filed[], part: Part | null): readonly Reading[] {
  const placed = files.map(({ path, folders }) => ({ path, label: folders[0] ?? null, part }));
  const known = evidence(files);
  const labels = distinct(known.map(({ folders }) => folders[0] ?? null));
  if (labels.size > 1) {
    const outer: Reading = { kind: 'classes', placed };
    if (!sameInside(known)) return [outer];
    const inner = files.map(({ path, folders }) => ({ path, label: folders[1] ?? null, part }));
    return [{ kind: 'inner', placed: inner }, outer];
  }
  const named = classesByName(known.map(({ name }) => name));
  if (named === null) return [{ kind: 'one', placed }];
  const names = new Map(named.map((name, at) => [known[at]!.path, name]));
  const byName = placed.map((each) => ({ ...each, label: names.get(each.path) ?? null }));
  return [
    { kind: 'names', placed: byName },
    { kind: 'one', placed },
  ];
}

/**
 * How the folders around these files can be understood, the likelier first, and only one where there is no doubt:
 * `train/cats` beside `test/cats` are parts whatever they are called and however deep they lie, `cats` beside `dogs`
 * classes, `cat.0.jpg` beside `dog.1.jpg` classes by name. Only where there are photos to train on do the parts count: a
 * `validation` alone is split like any folder.
 */
export function readingsOf(paths: readonly string[]): readonly Reading[] {
  const { files, around } = filed(paths.filter((path) => !litter.test(path)));
  const parts = asParts(files);
  if (parts?.sure) return [parts.reading];
  const others = asClasses(files, around === 'training' ? 'training' : null);
  return parts === null ? others : [parts.reading, ...others];
}

/** The likeliest place of each file. */
export const placedByFolders = (paths: readonly string[]): readonly Placed[] => readingsOf(paths)[0]!.placed;
