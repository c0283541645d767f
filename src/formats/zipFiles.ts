import { Zip, ZipDeflate, strToU8 } from 'fflate';

interface Packing {
  /** Ends it: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** How much is packed, 0 … 1. */
  readonly progress?: (done: number) => void;
}

/** Pictures, weights and packed arrays do not get smaller; trying would only take time. */
const dense = /\.(png|bin|h5|keras|npz|onnx|safetensors|tflite)$/;
/** Bytes that are packed in one go: milliseconds. */
const pieces = { dense: 4 * 2 ** 20, packed: 2 ** 18 };
/** Milliseconds without a pause at most: the page stays fluent. */
const longest = 12;
/** Bytes after which what is packed leaves for the browser's own storage. */
const kept = 64 * 2 ** 20;

const turn = () => new Promise((resolve) => setTimeout(resolve));

/**
 * Files as a zip, all in one folder (`''`: in none), in their order; the same bytes whenever it is written. Pauses for the page,
 * and holds a part of the zip in memory. Rejects with the reason of `signal`.
 */
export async function zipFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  folder: string,
  { signal, progress = () => undefined }: Packing = {},
): Promise<Blob> {
  let parts: BlobPart[] = [];
  let waiting = 0;
  let failed: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failed ??= error;
    if (!error) {
      parts.push(chunk);
      waiting += chunk.byteLength;
    }
    if (waiting > kept) [parts, waiting] = [[new Blob(parts)], 0];
  });
  const entries = Object.entries(files).map(([path, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    return { path, bytes };
  });
  const total = entries.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  let done = 0;
  let paused = performance.now();
  const pause = async () => {
    if (performance.now() - paused < longest) return;
    progress(total === 0 ? 1 : done / total);
    await turn();
    signal?.throwIfAborted();
    paused = performance.now();
  };
  signal?.throwIfAborted();
  for (const { path, bytes } of entries) {
    const stays = dense.test(path);
    // Level 0, not an entry that is stored: some programs cannot read those whose size stands behind them.
    const entry = new ZipDeflate(folder === '' ? path : `${folder}/${path}`, { level: stays ? 0 : 6 });
    // A zip keeps local time: the same fields in every zone.
    entry.mtime = new Date(1980, 0, 1);
    zip.add(entry);
    const size = stays ? pieces.dense : pieces.packed;
    for (let from = 0; from === 0 || from < bytes.byteLength; from += size) {
      const piece = bytes.subarray(from, from + size);
      entry.push(piece, from + size >= bytes.byteLength);
      done += piece.byteLength;
      await pause();
    }
  }
  zip.end();
  if (failed !== null) throw failed as Error;
  progress(1);
  return new Blob(parts, { type: 'application/zip' });
}
