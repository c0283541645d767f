import { createMD5, createSHA256 } from 'hash-wasm';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { eventLoopBreaks } from './eventLoopBreaks';
import type { WeightCache } from './cache';
import type { WeightsEntry } from '../../document/architecture';
import { DownloadError } from '../downloadTrouble';
import { StoreFullError } from './fileStore';

interface Keep {
  readonly entry: WeightsEntry | null;
  readonly files: readonly NamedBlob[];
  readonly cache: WeightCache;
  readonly signal: AbortSignal;
  progress(read: number, total: number): void;
  /** Looks into files that nobody published a hash of; where it rejects, nothing is kept. */
  verify?(files: readonly NamedBlob[]): Promise<void>;
}

/**
 * Keeps chosen files, `model.json` before its shards. Resolves with their id: the entry's, or the SHA-256 of the only
 * file, of several that of their SHA-256s. Throws `DownloadError('wrongHash')` where the entry has another MD5,
 * `DownloadError('noRoom')`, the signal's reason, and what `verify` throws.
 */
export async function keepFiles({ entry, files, cache, signal, progress, verify }: Keep): Promise<string> {
  const ordered = files.toSorted((a, b) => Number(b.name.endsWith('.json')) - Number(a.name.endsWith('.json')));
  const total = ordered.reduce((sum, { blob }) => sum + blob.size, 0);
  let read = 0;
  const breathe = eventLoopBreaks();
  const hashed = [];
  for (const { name, blob } of ordered) {
    const [md5, sha256] = await Promise.all([createMD5(), createSHA256()]);
    const reader = blob.stream().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      signal.throwIfAborted();
      md5.update(piece.value);
      sha256.update(piece.value);
      read += piece.value.length;
      progress(read, total);
      await breathe();
    }
    const got = md5.digest();
    if (entry?.md5 && files.length === 1 && got !== entry.md5) {
      throw new DownloadError({ code: 'wrongHash', id: entry.id, expected: entry.md5, got });
    }
    hashed.push({ name, blob, sha256: sha256.digest() });
  }
  const published = entry?.md5 && files.length === 1;
  if (!published) await verify?.(hashed);
  signal.throwIfAborted();
  const id = entry?.id ?? (hashed.length === 1 ? hashed[0]!.sha256 : await joinedHash(hashed));
  // Of an own file the id is the content: what is there already is the same.
  if (entry === null && (await cache.get(id)) !== null) return id;
  try {
    await cache.put(id, hashed);
  } catch (error) {
    if (!(error instanceof StoreFullError)) throw error;
    throw new DownloadError({ code: 'noRoom', id: entry?.id ?? hashed[0]!.name, bytes: total });
  }
  return id;
}

async function joinedHash(files: readonly { readonly sha256: string }[]): Promise<string> {
  const sha256 = await createSHA256();
  return sha256.update(files.map((file) => file.sha256).join('')).digest();
}
