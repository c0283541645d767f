import { openAsBlob, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { NamedBlob } from '../formats/weights/weightFile';
import { CommandError } from './commandError';

/** A file of this machine, and where it lies: a thread that reads it cannot be sent its Blob. */
export type LocalFile = NamedBlob & { readonly path: string };

const fileAt = async (name: string, path: string): Promise<LocalFile> => ({ name, path, blob: await openAsBlob(path) });

/**
 * The files that a path to weights means: one file, or a `model.json` (or its folder) with everything beside it. Nothing
 * is read yet. Throws `CommandError` where there is none.
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
  return Promise.all(names.map((name) => fileAt(name, join(folder, name))));
}
