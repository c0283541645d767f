import { openDB } from 'idb';
import { type BlobStore, refusingWhenFull } from './fileStore';

const folderName = 'weights';

/** The page's own place for files: the private file system, else IndexedDB. The same in the page and in its worker. */
export function browserBlobs(): BlobStore {
  const writable = 'FileSystemFileHandle' in globalThis && 'createWritable' in FileSystemFileHandle.prototype;
  return refusingWhenFull(writable && 'getDirectory' in navigator.storage ? privateFiles() : databaseBlobs());
}

const isMissing = (error: unknown) => error instanceof DOMException && error.name === 'NotFoundError';

function privateFiles(): BlobStore {
  const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });
  // A key has slashes, a file's name has none.
  const nameOf = encodeURIComponent;
  return {
    async keys() {
      const names: string[] = [];
      for await (const name of (await folder()).keys())
        if (!name.endsWith('.crswap')) names.push(decodeURIComponent(name));
      return names;
    },
    async get(key) {
      try {
        return await (await (await folder()).getFileHandle(nameOf(key))).getFile();
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    async put(key, blob) {
      const root = await folder();
      const stream = await (await root.getFileHandle(nameOf(key), { create: true })).createWritable();
      try {
        await stream.write(blob);
        await stream.close();
      } catch (error) {
        await root.removeEntry(nameOf(key));
        throw error;
      }
    },
    async delete(key) {
      try {
        await (await folder()).removeEntry(nameOf(key));
      } catch (error) {
        if (!isMissing(error)) throw error;
      }
    },
  };
}

function databaseBlobs(): BlobStore {
  const opened = openDB<{ blobs: { key: string; value: Blob } }>('deepbrick-weights', 1, {
    upgrade: (database) => void database.createObjectStore('blobs'),
  });
  return {
    keys: async () => (await opened).getAllKeys('blobs'),
    get: async (key) => (await (await opened).get('blobs', key)) ?? null,
    put: async (key, blob) => void (await (await opened).put('blobs', blob, key)),
    delete: async (key) => (await opened).delete('blobs', key),
  };
}
