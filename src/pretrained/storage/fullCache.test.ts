import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WeightCache } from './cache';
import type { WeightsEntry } from '../../document/architecture';
import { library } from '../../../templates/index';
import { entryOf } from '../catalogue';
import { directRoute, weightsOf } from '../download';
import { DownloadError } from '../downloadTrouble';
import { type BlobStore, inPieces, memoryBlobs, refusingWhenFull } from './fileStore';
import { keepFiles } from './keepFiles';
import { type TestWeightsServer, testWeightsServer } from '../testWeightsServer';

const content = new Uint8Array(9 * 2 ** 20 + 7).map((_, at) => (at * 2654435761) >>> 24);
const entry: WeightsEntry = {
  ...entryOf(library, 'vgg16')!,
  id: 'a',
  md5: createHash('md5').update(content).digest('hex'),
  places: [{ server: 'keras', path: 'vgg16/a.h5' }],
};

/** A browser's store with no room for the write `failing`, counted from 1. */
function blobsFailingAt(failing: number): BlobStore {
  const blobs = memoryBlobs();
  let writes = 0;
  return refusingWhenFull({
    ...blobs,
    async put(key, blob) {
      if (++writes === failing) throw new DOMException('full', 'QuotaExceededError');
      await blobs.put(key, blob);
    },
  });
}

let server: TestWeightsServer;
beforeAll(async () => {
  server = await testWeightsServer({ 'keras/vgg16/a.h5': content });
});
afterAll(() => server.close());

const troubleOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof DownloadError ? error.trouble : error;
};
const signal = new AbortController().signal;
const download = (cache: WeightCache) =>
  weightsOf({ entry, cache, routes: [directRoute(server.base)], signal, progress: () => undefined });
const keep = (cache: WeightCache, names: readonly string[]) =>
  keepFiles({
    entry: null,
    files: names.map((name) => ({ name, blob: new Blob([name, content]) })),
    cache,
    signal,
    progress: () => undefined,
  });

describe('a disk that is full in the middle of', () => {
  // The server's mark of the version, three pieces, and the record that says that it is whole.
  test.each([1, 2, 3, 4, 5])('a download, at write %i: with room it goes on from there', async (failing) => {
    const cache = new WeightCache(inPieces(blobsFailingAt(failing)));
    const trouble = await troubleOf(download(cache));
    expect(trouble).toMatchObject({ code: 'full', id: 'a' });
    expect(await cache.get('a')).toBeNull();
    const there = (await cache.part('a', 'a.h5'))?.blob.size ?? 0;
    // Whole pieces of at least 4 MB, or all of it.
    const pieces = there === content.length ? 3 : Math.floor(there / (4 * 2 ** 20));
    expect(pieces).toBe(Math.max(0, failing - 2));
    const [file] = await download(cache);
    expect(Buffer.from(await file!.blob.arrayBuffer()).equals(content)).toBe(true);
    expect(server.asked.at(-1)!.headers.range).toBe(there === 0 ? undefined : `bytes=${there}-`);
    expect((await cache.list()).map(({ id }) => id)).toEqual(['a']);
  });

  // The first file has a piece and a record; of the two that follow each has a piece.
  test.each([3, 4, 5])('keeping chosen files, at write %i: none of them is kept, all others are', async (failing) => {
    const cache = new WeightCache(inPieces(blobsFailingAt(failing)));
    const first = await keep(cache, ['mine.h5']);
    const trouble = await troubleOf(keep(cache, ['model.json', 'group1-shard1of1.bin']));
    expect(trouble).toEqual({ code: 'noRoom', id: 'model.json', bytes: 2 * content.length + 30 });
    expect((await cache.list()).map(({ id }) => id)).toEqual([first]);
    expect((await cache.get(first))![0]!.blob.size).toBe(content.length + 7);
    const second = await keep(cache, ['model.json', 'group1-shard1of1.bin']);
    expect(new Set((await cache.list()).map(({ id }) => id))).toEqual(new Set([first, second]));
  });
});
