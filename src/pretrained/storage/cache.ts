import * as z from 'zod/mini';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { browserBlobs } from './browserBlobs';
import { type FileStore, inPieces } from './fileStore';

const recordSchema = z.object({
  id: z.string(),
  /** Milliseconds since 1970. */
  savedAt: z.number(),
  files: z.array(z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })),
});

/** Weights that lie in the cache, whole. */
export type CachedWeights = z.infer<typeof recordSchema>;

const recordName = '.record.json';
const hintEnding = '.from';

/**
 * Weight files kept for ever, by the catalogue's id, or of somebody's own by their SHA-256. A file that is only partly
 * there (a download was cut) is kept to go on from, and is none of `list` and `get`.
 */
export class WeightCache {
  constructor(private readonly store: FileStore) {}

  async list(): Promise<readonly CachedWeights[]> {
    const records = (await this.store.paths()).filter((path) => path.endsWith(`/${recordName}`));
    const read = await Promise.allSettled(records.map((path) => this.record(path.slice(0, -recordName.length - 1))));
    // One that cannot be read does not hide the others; asked for by its id, it says why.
    const there = read.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : []));
    return there.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** The files, file-backed; null where they are not there, or not all of them. */
  async get(id: string): Promise<readonly NamedBlob[] | null> {
    const record = await this.record(id);
    if (record === null) return null;
    const blobs = await Promise.all(record.files.map(({ name }) => this.store.read(`${id}/${name}`)));
    const whole = record.files.every(({ bytes }, index) => blobs[index]?.size === bytes);
    return whole ? record.files.map(({ name }, index) => ({ name, blob: blobs[index]! })) : null;
  }

  /** Keeps whole files. Throws `StoreFullError`, and then nothing is kept. */
  async put(id: string, files: readonly (NamedBlob & { readonly sha256: string })[]): Promise<void> {
    await this.remove(id);
    try {
      for (const { name, blob } of files) await this.store.append(`${id}/${name}`, blob);
      await this.finish(
        id,
        files.map(({ name, blob, sha256 }) => ({ name, sha256, bytes: blob.size })),
      );
    } catch (error) {
      await this.remove(id);
      throw error;
    }
  }

  /** What there is of a file, in which version; null where there is nothing. */
  async part(id: string, name: string): Promise<{ readonly blob: Blob; readonly version: string } | null> {
    const blob = await this.store.read(`${id}/${name}`);
    const hint = await this.store.read(`${id}/${name}${hintEnding}`);
    return blob === null ? null : { blob, version: (await hint?.text()) ?? '' };
  }

  /** Begins a file anew. `version` is the server's mark of it, by which it can be gone on with; empty where it has none. */
  async begin(id: string, name: string, version: string): Promise<void> {
    await this.store.remove(`${id}/${recordName}`);
    await this.store.remove(`${id}/${name}`);
    await this.store.remove(`${id}/${name}${hintEnding}`);
    if (version !== '') await this.store.append(`${id}/${name}${hintEnding}`, new Blob([version]));
  }

  append(id: string, name: string, bytes: Blob): Promise<void> {
    return this.store.append(`${id}/${name}`, bytes);
  }

  /** Says that these files are whole, and drops whatever else there is under the id. */
  async finish(id: string, files: CachedWeights['files']): Promise<void> {
    const record: CachedWeights = { id, savedAt: Date.now(), files };
    await this.store.append(`${id}/${recordName}`, new Blob([JSON.stringify(record)]));
    const kept = new Set([recordName, ...files.map(({ name }) => name)].map((name) => `${id}/${name}`));
    for (const path of await this.pathsOf(id)) if (!kept.has(path)) await this.store.remove(path);
  }

  async remove(id: string): Promise<void> {
    // The record goes first: half of it is never taken for all.
    await this.store.remove(`${id}/${recordName}`);
    for (const path of await this.pathsOf(id)) await this.store.remove(path);
  }

  private async pathsOf(id: string): Promise<string[]> {
    return (await this.store.paths()).filter((path) => path.startsWith(`${id}/`));
  }

  private async record(id: string): Promise<CachedWeights | null> {
    const text = await (await this.store.read(`${id}/${recordName}`))?.text();
    if (text === undefined) return null;
    const { data } = recordSchema.safeParse(parsed(text));
    return data?.id === id ? data : null;
  }
}

/** A record that was cut while it was written counts as none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const bytesOf = ({ files }: CachedWeights): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** The cache of the page and of its worker. */
export const browserCache = (): WeightCache => new WeightCache(inPieces(browserBlobs()));
