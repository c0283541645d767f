import { databaseOf } from '../../storage/database';
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
      for await (const name of (await folder()).keys()) {
        const key = name.endsWith('.crswap') ? null : keyOf(name);
        if (key !== null) names.push(key);
      }
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

/** The key that a file's name was made of; null for one that is none of ours. */
function keyOf(name: string): string | null {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

function databaseBlobs(): BlobStore {
  const database = databaseOf<{ blobs: { key: string; value: Blob } }>(
    'deepbrick-weights',
    1,
    (fresh) => void fresh.createObjectStore('blobs'),
  );
  return {
    keys: () => database.use((connection) => connection.getAllKeys('blobs')),
    async get(key) {
      const found: unknown = await database.use((connection) => connection.get('blobs', key));
      return found instanceof Blob ? found : null;
    },
    put: (key, blob) => database.use(async (connection) => void (await connection.put('blobs', blob, key))),
    delete: (key) => database.use((connection) => connection.delete('blobs', key)),
  };
}
