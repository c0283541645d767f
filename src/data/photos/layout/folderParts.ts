import { type FolderPart, partOfFolder, saysNothing } from './partOfFolder';
import type { Part } from '../photos';

/** A file by the folders around it, those left away that all files share. */
export interface Filed {
  readonly path: string;
  readonly folders: readonly string[];
  /** The file's own name. */
  readonly name: string;
}

/** A file in a part of the data; the folders below the part are `inner`, those above it `outer`. */
export interface Parted {
  readonly file: Filed;
  readonly part: Part;
  readonly outer: readonly string[];
  readonly inner: readonly string[];
  /** What the part's folder is called besides: `cats` of `cats_train`. */
  readonly rest: string;
}

/**
 * Which folders are parts: those called so, and those with a word more (`seg_train`) that another part beside them has, too.
 */
function accepted(files: readonly Filed[]): (parent: readonly string[], name: string) => FolderPart | null {
  const children = new Map<string, Map<string, FolderPart>>();
  for (const { folders } of files) {
    folders.forEach((name, depth) => {
      const found = partOfFolder(name);
      if (found === null) return;
      const parent = folders.slice(0, depth).join('/');
      children.set(parent, (children.get(parent) ?? new Map<string, FolderPart>()).set(name, found));
    });
  }
  return (parent, name) => {
    const siblings = children.get(parent.join('/'));
    const found = siblings?.get(name);
    if (found === undefined) return null;
    const { part, rest } = found;
    const paired = [...siblings!.values()].some((other) => other.part !== part && other.rest === rest);
    return rest === '' || paired ? found : null;
  };
}

/** The files that lie in a part: the outermost folder that is one says which. */
export function partedFiles(files: readonly Filed[]): readonly Parted[] {
  const partAt = accepted(files);
  const parted = files.flatMap((file): Parted[] => {
    const { folders } = file;
    for (const [depth, name] of folders.entries()) {
      const found = partAt(folders.slice(0, depth), name);
      if (found !== null) return [{ ...found, file, outer: folders.slice(0, depth), inner: folders.slice(depth + 1) }];
    }
    return [];
  });
  const parts = [...new Set(parted.map(({ part }) => part))];
  const byPath = new Map(parts.flatMap((part) => unwrapped(parted, part)).map((each) => [each.file.path, each]));
  return parted.map((each) => byPath.get(each.file.path)!);
}

/** One part without folders that only wrap it: `seg_train/seg_train/cats`, `train/images/cats`, `train/images`. */
function unwrapped(parted: readonly Parted[], part: Part): readonly Parted[] {
  let own = parted.filter((each) => each.part === part);
  const elsewhere = new Set(parted.filter((each) => each.part !== part).map(({ inner }) => inner[0]));
  for (;;) {
    const wrapper = own[0]?.inner[0];
    if (wrapper === undefined || own.some(({ inner }) => inner[0] !== wrapper)) return own;
    const deeper = own.some(({ inner }) => inner.length > 1);
    const again = partOfFolder(wrapper)?.part === part || saysNothing(wrapper);
    if (!again && (!deeper || elsewhere.has(wrapper))) return own;
    own = own.map((each) => ({ ...each, inner: each.inner.slice(1) }));
  }
}
