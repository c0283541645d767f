import { openAsBlob, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { weightFileKind } from '../formats/weights/weightFileKind';
import type { NamedBlob } from '../formats/weights/weightFile';
import { CommandError } from './commandError';

/** A file of this machine, and where it lies: a thread that reads it cannot be sent its Blob. */
export type LocalFile = NamedBlob & { readonly path: string };

const fileAt = async (name: string, path: string): Promise<LocalFile> => ({ name, path, blob: await openAsBlob(path) });

/** How deep the files of a project lie. */
const deepest = 4;

/** The files in a folder and those below it; nothing is read yet. */
export function folderFiles(folder: string, below = '', level = 0): readonly { path: string; open(): Promise<Blob> }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const [path, own] = [`${below}${entry.name}`, join(folder, entry.name)];
    if (entry.isFile()) return [{ path, open: () => openAsBlob(own) }];
    const isOurs = entry.isDirectory() && level < deepest && !/^(node_modules|\..*|__pycache__)$/.test(entry.name);
    return isOurs ? folderFiles(own, `${path}/`, level + 1) : [];
  });
}

/** Is a file of a folder something that is opened by itself? Then it is not what somebody means who names another. */
async function opensAlone({ name, blob }: NamedBlob): Promise<boolean> {
  // By its bytes a shard could be taken for JSON: one in 256 begins with a brace.
  return /\.json$/i.test(name) || ['hdf5', 'zip'].includes(await weightFileKind(blob));
}

/**
 * The files that a path to weights means: one file, or a `model.json` (or its folder) with what may be its shards beside
 * it, and no other model. At most the first bytes are read. Throws `CommandError` where there is none.
 */
export async function filesAt(path: string): Promise<readonly LocalFile[]> {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) throw new CommandError(`There is no file ${path}.`);
  const folder = entry.isDirectory() ? path : dirname(path);
  if (!entry.isDirectory() && !path.endsWith('.json')) return [await fileAt(basename(path), path)];
  const first = entry.isDirectory() ? 'model.json' : basename(path);
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ name }) => name)
    .toSorted((a, b) => Number(b === first) - Number(a === first));
  if (names[0] !== first) throw new CommandError(`There is no model.json in ${path}.`);
  const [named, ...beside] = await Promise.all(names.map((name) => fileAt(name, join(folder, name))));
  const alone = await Promise.all(beside.map(opensAlone));
  return [named!, ...beside.filter((_, index) => !alone[index])];
}
