import { createMD5, createSHA256 } from 'hash-wasm';
import { EngineFailure } from '../engine/failure';
import { breather } from '../pretrained/breather';
import type { WeightCache } from '../pretrained/cache';
import type { WeightsEntry } from '../pretrained/catalogue';
import { directRoute, proxyRoute, weightsOf } from '../pretrained/download';
import { DownloadError } from '../pretrained/downloadTrouble';
import { StoreFullError } from '../pretrained/fileStore';
import { type DownloadProgress, speedometer } from '../pretrained/progress';
import type { PretrainedTrouble } from './pretrainedState';

export { weightsFileFor } from '../pretrained/catalogue';

interface Work {
  readonly cache: WeightCache;
  readonly signal: AbortSignal;
  progress(now: DownloadProgress): void;
}

/** Through the server of the page, else directly. Rejects as `weightsOf` does. */
export async function downloadInPage(work: Work & { readonly entry: WeightsEntry; readonly origin: string }) {
  // Browsers may throw away what a page has not asked to keep; the answer changes nothing here.
  if ('navigator' in globalThis) void navigator.storage?.persist?.();
  await weightsOf({ ...work, routes: [proxyRoute(work.origin), directRoute()] });
}

/**
 * Keeps chosen files, `model.json` before its shards. Resolves with their id: the entry's, or the SHA-256 of the only
 * file, of several that of their SHA-256s. Throws `DownloadError('wrongHash')` where the entry has another MD5.
 */
export async function keepFiles({
  entry,
  files,
  cache,
  signal,
  progress,
}: Work & { readonly entry: WeightsEntry | null; readonly files: readonly File[] }): Promise<string> {
  const ordered = files.toSorted((a, b) => Number(b.name.endsWith('.json')) - Number(a.name.endsWith('.json')));
  const total = ordered.reduce((sum, { size }) => sum + size, 0);
  const tell = speedometer(progress);
  let received = 0;
  const hashed = [];
  const breathe = breather();
  for (const blob of ordered) {
    const [md5, sha256] = await Promise.all([createMD5(), createSHA256()]);
    const reader = blob.stream().getReader();
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      signal.throwIfAborted();
      md5.update(piece.value);
      sha256.update(piece.value);
      received += piece.value.length;
      tell(received, total);
      await breathe();
    }
    const got = md5.digest();
    if (entry?.md5 && files.length === 1 && got !== entry.md5) {
      throw new DownloadError({ code: 'wrongHash', id: entry.id, expected: entry.md5, got });
    }
    hashed.push({ name: blob.name, blob, sha256: sha256.digest() });
  }
  const id = entry?.id ?? (hashed.length === 1 ? hashed[0]!.sha256 : await joinedHash(hashed));
  await cache.put(id, hashed);
  return id;
}

async function joinedHash(files: readonly { readonly sha256: string }[]): Promise<string> {
  const sha256 = await createSHA256();
  return sha256.update(files.map((file) => file.sha256).join('')).digest();
}

/** Anything that was thrown, as data. */
export function troubleOf(id: string, error: unknown): PretrainedTrouble {
  if (error instanceof DownloadError) return error.trouble;
  if (error instanceof EngineFailure) return { code: 'unfit', id, error: error.error };
  if (error instanceof StoreFullError) return { code: 'full', id, bytes: null };
  return { code: 'failed', id, detail: error instanceof Error ? error.message : String(error) };
}
