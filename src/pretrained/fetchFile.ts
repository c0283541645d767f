import { createMD5, createSHA256 } from 'hash-wasm';
import { eventLoopBreaks } from './storage/eventLoopBreaks';
import type { WeightCache } from './storage/cache';
import { DownloadError } from './downloadTrouble';
import { StoreFullError } from './storage/fileStore';

/** One file to fetch into the cache. */
export interface Wanted {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly md5: string | null;
  readonly signal: AbortSignal;
  /** Bytes of this file that are there, and all of them. */
  progress(received: number, total: number | null): void;
}

/** A server that does not answer, or not with the file: the next place is tried. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Bytes kept at once: what a crash may lose. */
const pieceBytes = 4 * 2 ** 20;
/** How often a broken connection is taken up again without having brought anything. */
const patience = 4;

/**
 * Fetches one file, going on where an earlier try ended, and checks it. What came is kept whatever happens, except
 * where its MD5 is wrong. Throws `UnreachableError`, `DownloadError('interrupted' | 'wrongHash' | 'full')`, and the
 * signal's reason when it is cancelled.
 */
export async function fetchFile(cache: WeightCache, wanted: Wanted): Promise<{ bytes: number; sha256: string }> {
  const [md5, sha256] = await Promise.all([createMD5(), createSHA256()]);
  const hash = (bytes: Uint8Array) => (md5.update(bytes), sha256.update(bytes));
  const { id, name, signal } = wanted;
  let received = 0;
  let hashed = 0;
  let failures = 0;
  for (;;) {
    signal.throwIfAborted();
    const part = await cache.part(id, name);
    // Without a mark of the version only a published hash can tell that both halves belong together.
    const resumed = part !== null && (part.version !== '' || wanted.md5 !== null) ? part : null;
    const before = resumed?.blob.size ?? 0;
    const response = await answer(wanted, before, resumed?.version ?? '');
    if (before > 0 && response.status === 416) {
      if (totalOf(response, before) === before) {
        // All of it came before; only the check was not reached.
        if (hashed !== before) await eachPiece(resumed!.blob.stream(), async (bytes) => void hash(bytes), signal);
        received = before;
        break;
      }
      await cache.begin(id, name, '');
      continue;
    }
    if (!response.ok || isPage(response)) throw new UnreachableError(await reasonOf(response));
    const goesOn = response.status === 206;
    received = goesOn ? before : 0;
    if (!goesOn) await cache.begin(id, name, versionOf(response));
    if (hashed !== received) {
      md5.init();
      sha256.init();
      if (goesOn) await eachPiece(resumed!.blob.stream(), async (bytes) => void hash(bytes), signal);
      hashed = received;
    }
    const total = totalOf(response, received);
    const start = received;
    try {
      await keptInPieces(
        response,
        async (bytes) => {
          await append(cache, wanted, bytes, total === null ? null : total - received);
          hash(bytes);
          received += bytes.length;
          hashed = received;
        },
        (pending) => wanted.progress(received + pending, total),
        signal,
      );
      if (total === null || received === total) break;
      failures++;
    } catch (error) {
      if (signal.aborted || error instanceof DownloadError) throw error;
      failures = received > start ? 1 : failures + 1;
    }
    if (failures >= patience) throw new DownloadError({ code: 'interrupted', id, received, total });
    await new Promise((resolve) => setTimeout(resolve, 200 * failures));
  }
  const got = md5.digest();
  if (wanted.md5 !== null && got !== wanted.md5) {
    await cache.remove(id);
    throw new DownloadError({ code: 'wrongHash', id, expected: wanted.md5, got });
  }
  return { bytes: received, sha256: sha256.digest() };
}

async function answer({ address, signal }: Wanted, from: number, version: string): Promise<Response> {
  const range = { Range: `bytes=${from}-`, ...(version === '' ? {} : { 'If-Range': version }) };
  try {
    return await fetch(address, { signal, cache: 'no-store', headers: from > 0 ? range : {} });
  } catch (error) {
    signal.throwIfAborted();
    throw new UnreachableError(causeOf(error));
  }
}

/** Servers of single pages answer everything with their page. */
const isPage = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/html') ?? false;

/** Node says why in `cause`, a browser never does. */
function causeOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || String((cause as NodeJS.ErrnoException).code ?? message) : message;
}

async function reasonOf(response: Response): Promise<string> {
  const text = response.headers.get('content-type')?.startsWith('text/plain') ? (await response.text()).trim() : '';
  return text.slice(0, 200) || `${response.status} ${response.statusText}`.trim();
}

/** A strong mark of the version; weak ones say nothing about bytes. */
function versionOf({ headers }: Response): string {
  const etag = headers.get('etag') ?? '';
  return etag.startsWith('"') ? etag : (headers.get('last-modified') ?? '');
}

function totalOf({ headers, status }: Response, before: number): number | null {
  const range = /\/(\d+)$/.exec(headers.get('content-range') ?? '');
  if ((status === 206 || status === 416) && range) return Number(range[1]);
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? null : before + Number(length);
}

async function append(cache: WeightCache, { id, name }: Wanted, bytes: Bytes, left: number | null): Promise<void> {
  try {
    await cache.append(id, name, new Blob([bytes]));
  } catch (error) {
    if (error instanceof StoreFullError) throw new DownloadError({ code: 'full', id, bytes: left });
    throw error;
  }
}

type Bytes = Uint8Array<ArrayBuffer>;

async function eachPiece(stream: ReadableStream<Bytes>, take: (bytes: Bytes) => Promise<void>, signal: AbortSignal) {
  const reader = stream.getReader();
  const breathe = eventLoopBreaks();
  try {
    for (;;) {
      signal.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      await take(value);
      await breathe();
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Hands on what comes in large pieces; what came before the connection broke is handed on too. */
async function keptInPieces(
  { body }: Response,
  keep: (bytes: Bytes) => Promise<void>,
  came: (pending: number) => void,
  signal: AbortSignal,
): Promise<void> {
  let waiting: Bytes[] = [];
  let size = 0;
  const flush = async () => {
    if (size === 0) return;
    const bytes = new Uint8Array(await new Blob(waiting).arrayBuffer());
    waiting = [];
    size = 0;
    await keep(bytes);
  };
  try {
    if (body === null) return;
    await eachPiece(
      body,
      async (bytes) => {
        waiting.push(bytes);
        size += bytes.length;
        if (size >= pieceBytes) await flush();
        came(size);
      },
      signal,
    );
  } finally {
    await flush();
  }
}
