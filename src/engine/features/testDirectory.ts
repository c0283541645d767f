import type { Directory } from './opfsFeatures';

export interface MemoryDirectory extends Directory {
  readonly files: Map<string, Uint8Array>;
  /** Writes so far. */
  readonly writes: () => number;
}

/**
 * A directory of the origin private file system, in memory. Like a browser's it throws a `QuotaExceededError` where a
 * write needs more than `room` bytes in all; the write `failing`, counted from 1, throws it in any case.
 */
export function memoryDirectory({ room = Infinity, failing = 0 } = {}): MemoryDirectory {
  const files = new Map<string, Uint8Array>();
  const open = new Set<string>();
  let writes = 0;
  const handleOf = (name: string) => ({
    async createSyncAccessHandle() {
      if (open.has(name)) throw new DOMException('open', 'NoModificationAllowedError');
      open.add(name);
      const bytes = () => files.get(name)!;
      return {
        getSize: () => bytes().length,
        truncate: (size: number) => void files.set(name, bytes().slice(0, size)),
        flush: () => undefined,
        close: () => void open.delete(name),
        read(into: ArrayBufferView, { at }: { at: number }) {
          const part = bytes().subarray(at, at + into.byteLength);
          new Uint8Array(into.buffer, into.byteOffset, into.byteLength).set(part);
          return part.length;
        },
        write(from: ArrayBufferView, { at }: { at: number }) {
          writes++;
          const more = Math.max(0, at + from.byteLength - bytes().length);
          const used = [...files.values()].reduce((sum, { length }) => sum + length, 0);
          if (writes === failing || used + more > room) throw new DOMException('full', 'QuotaExceededError');
          const larger = new Uint8Array(Math.max(bytes().length, at + from.byteLength));
          larger.set(bytes());
          larger.set(new Uint8Array(from.buffer, from.byteOffset, from.byteLength), at);
          files.set(name, larger);
          return from.byteLength;
        },
      };
    },
  });
  return {
    files,
    writes: () => writes,
    async getFileHandle(name) {
      if (!files.has(name)) files.set(name, new Uint8Array());
      return handleOf(name);
    },
    removeEntry: async (name) => void files.delete(name),
    async *keys() {
      yield* files.keys();
    },
  };
}
