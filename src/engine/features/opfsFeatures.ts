import type { FeatureDisk, FeatureFile } from './featureRows';
import { type Handle, RowsFile, readIndex } from './rowsFile';

/** Models whose features are kept on disk; the least used ones make room. */
const mostModels = 8;

interface FileEntry {
  createSyncAccessHandle(): Promise<Handle>;
}

/** What is needed of a directory of the origin private file system; the DOM's types know it only in windows. */
export interface Directory {
  getFileHandle(name: string, options: { create: boolean }): Promise<object>;
  removeEntry(name: string): Promise<void>;
  keys(): AsyncIterable<string>;
}

const opened = async (directory: Directory, name: string): Promise<Handle> =>
  ((await directory.getFileHandle(name, { create: true })) as FileEntry).createSyncAccessHandle();

async function removeOldest(directory: Directory, keep: string): Promise<void> {
  const found: { key: string; used: number }[] = [];
  for await (const name of directory.keys()) {
    if (!name.endsWith('.json') || name === `${keep}.json`) continue;
    const handle = await opened(directory, name);
    found.push({ key: name.slice(0, -5), used: readIndex(handle)?.used ?? 0 });
    handle.close();
  }
  const old = found.toSorted((one, other) => other.used - one.used).slice(mostModels - 1);
  for (const { key } of old) {
    await directory.removeEntry(`${key}.bin`);
    await directory.removeEntry(`${key}.json`);
  }
}

/** Features in the origin private file system: for each model a file of rows and one that says whose they are. */
export function opfsFeatures(open: () => Promise<Directory>): FeatureDisk {
  const file = async (directory: Directory, key: string, numbers: number): Promise<FeatureFile> => {
    const rows = await opened(directory, `${key}.bin`);
    const index = await opened(directory, `${key}.json`).catch((error: unknown) => {
      rows.close();
      throw error;
    });
    const before = readIndex(index);
    const known = before?.numbers === numbers ? before.ids.slice(0, Math.floor(rows.getSize() / (numbers * 4))) : [];
    const ids = new Map(known.map((id, place) => [id, place]));
    const secondsPerPicture = before?.secondsPerPicture ?? 0;
    return new RowsFile(rows, index, ids, numbers, secondsPerPicture);
  };
  return {
    async open(key, numbers) {
      try {
        const directory = await open();
        await removeOldest(directory, key);
        return await file(directory, key, numbers);
      } catch {
        // No such place here, or another page has the file open: features then live as long as this page.
        return null;
      }
    },
  };
}

/** The page's own place for features. Rejects where a browser gives none. */
export async function featuresDirectory(): Promise<Directory> {
  const root = await navigator.storage.getDirectory();
  return (await root.getDirectoryHandle('features', { create: true })) as FileSystemDirectoryHandle & Directory;
}
