import * as z from 'zod/mini';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { WeightCache } from './storage/cache';
import type { WeightsEntry, WeightsPlace } from '../document/architecture';
import { servers, shardName } from './catalogue';
import { DownloadError } from './downloadTrouble';
import { UnreachableError, fetchFile } from './fetchFile';
import { StoreFullError } from './storage/fileStore';
import { type DownloadProgress, speedometer } from './progress';

/** A way to a file: the address of a path on one of the servers. */
export type Route = (server: WeightsPlace['server'], path: string) => string;

/** Straight from where the file is published, or from a copy of those servers at `base`. */
export const directRoute =
  (base = ''): Route =>
  (server, path) =>
    base === '' ? servers[server] + path : `${base.replace(/\/$/, '')}/${server}/${path}`;

/** Through the server that serves the page, which no browser's rule about other origins stops. */
export const proxyPrefix = '/weights-proxy/';
export const proxyRoute =
  (origin: string): Route =>
  (server, path) =>
    `${origin}${proxyPrefix}${server}/${path}`;

export interface Download {
  readonly entry: WeightsEntry;
  readonly cache: WeightCache;
  /** Tried in this order, for every place of the file. */
  readonly routes: readonly Route[];
  readonly signal: AbortSignal;
  progress(progress: DownloadProgress): void;
}

/**
 * The files of an entry: from the cache, else downloaded into it. Throws `DownloadError`, and the signal's reason when
 * it is cancelled; what came until then is kept and gone on with the next time.
 */
export async function weightsOf(download: Download): Promise<readonly NamedBlob[]> {
  const { entry, cache, routes, signal } = download;
  const cached = await cache.get(entry.id);
  if (cached !== null) return cached;
  const tried: { address: string; reason: string }[] = [];
  for (const place of entry.places) {
    for (const route of routes) {
      try {
        await fetchPlace(download, place, route);
        const files = await cache.get(entry.id);
        if (files === null) throw new Error(`${entry.id} is not in the cache after its download.`);
        return files;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof StoreFullError) throw new DownloadError({ code: 'full', id: entry.id, bytes: null });
        if (!(error instanceof UnreachableError)) throw error;
        tried.push({ address: route(place.server, place.path), reason: error.message });
      }
    }
  }
  throw new DownloadError({ code: 'unreachable', id: entry.id, tried });
}

async function fetchPlace({ entry, cache, signal, progress }: Download, place: WeightsPlace, route: Route) {
  const { id, md5 } = entry;
  const { server, path } = place;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const tell = speedometer(progress);
  const done: { name: string; bytes: number; sha256: string }[] = [];
  const fetched = async (name: string, hash: string | null, alone: boolean) => {
    const before = done.reduce((sum, { bytes }) => sum + bytes, 0);
    const report = (received: number, total: number | null) =>
      tell(before + received, alone ? (total ?? entry.bytes) : null, received === total);
    const wanted = { id, name, address: route(server, folder + name), md5: hash, signal, progress: report };
    done.push({ name, ...(await fetchFile(cache, wanted)) });
  };
  const name = path.slice(folder.length);
  await fetched(name, md5, name !== 'model.json');
  if (name === 'model.json') {
    for (const shard of shardsOf((await (await cache.part(id, name))?.blob.text()) ?? ''))
      await fetched(shard, null, false);
  }
  await cache.finish(id, done);
}

const manifestSchema = z.object({ weightsManifest: z.array(z.object({ paths: z.array(z.string()) })) });

/** Throws `UnreachableError` for a text that is no `model.json` with plain shards beside it. */
function shardsOf(text: string): string[] {
  try {
    const shards = manifestSchema.parse(JSON.parse(text)).weightsManifest.flatMap(({ paths }) => paths);
    if (shards.every((shard) => shardName.test(shard))) return [...new Set(shards)];
  } catch {
    // Said below: a page of a server that answers everything is no manifest either.
  }
  throw new UnreachableError('no model.json');
}
