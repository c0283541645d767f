/** A place that keeps files by path, such as `vgg16/model.h5`, until they are removed. */
export interface FileStore {
  paths(): Promise<readonly string[]>;
  /** The file as far as it is written; its bytes stay where they are until they are read. */
  read(path: string): Promise<Blob | null>;
  /** Adds bytes at the end; they are safe once it resolves. Throws `StoreFullError`, and then nothing is added. */
  append(path: string, bytes: Blob): Promise<void>;
  remove(path: string): Promise<void>;
}

/** There is no room left where files are kept. */
export class StoreFullError extends Error {
  override readonly name = 'StoreFullError';
}

/** A place that keeps blobs whole, by name. `put` throws `StoreFullError`. */
export interface BlobStore {
  keys(): Promise<readonly string[]>;
  get(key: string): Promise<Blob | null>;
  put(key: string, blob: Blob): Promise<void>;
  delete(key: string): Promise<void>;
}

/** A browser's store: what it calls `QuotaExceededError` is a `StoreFullError` here as everywhere. */
export const refusingWhenFull = (store: BlobStore): BlobStore => ({
  ...store,
  async put(key, blob) {
    try {
      await store.put(key, blob);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'QuotaExceededError') throw new StoreFullError();
      throw error;
    }
  },
});

const pieceKey = (path: string, piece: number) => `${path}#${String(piece).padStart(6, '0')}`;
const pathOf = (key: string) => key.slice(0, key.lastIndexOf('#'));

/** Files in pieces, each kept at once: what was written before a crash is there after it, and nothing is copied. */
export function inPieces(store: BlobStore): FileStore {
  const piecesOf = async (path: string) => (await store.keys()).filter((key) => pathOf(key) === path).toSorted();
  return {
    paths: async () => [...new Set((await store.keys()).map(pathOf))],
    async read(path) {
      const pieces = await Promise.all((await piecesOf(path)).map((key) => store.get(key)));
      return pieces.length === 0 ? null : new Blob(pieces.filter((piece) => piece !== null));
    },
    append: async (path, bytes) => store.put(pieceKey(path, (await piecesOf(path)).length), bytes),
    async remove(path) {
      for (const key of await piecesOf(path)) await store.delete(key);
    },
  };
}

/** Blobs in memory, up to `room` bytes; gone with the process. */
export function memoryBlobs(room = Infinity): BlobStore {
  const blobs = new Map<string, Blob>();
  const used = () => [...blobs.values()].reduce((sum, { size }) => sum + size, 0);
  return {
    keys: async () => [...blobs.keys()],
    get: async (key) => blobs.get(key) ?? null,
    async put(key, blob) {
      if (used() + blob.size > room) throw new StoreFullError();
      blobs.set(key, blob);
    },
    delete: async (key) => void blobs.delete(key),
  };
}
