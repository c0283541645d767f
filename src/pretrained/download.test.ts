import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WeightCache } from './storage/cache';
import type { WeightsEntry } from '../document/architecture';
import { library } from '../../templates/index';
import { entryOf } from './catalogue';
import { type Download, directRoute, weightsOf } from './download';
import { DownloadError } from './downloadTrouble';
import { type FileStore, inPieces, memoryBlobs } from './storage/fileStore';
import { folderStore } from './storage/folderStore';
import type { DownloadProgress } from './progress';
import { type TestWeightsServer, testWeightsServer } from './testWeightsServer';

const content = new Uint8Array(11 * 2 ** 20 + 7).map((_, at) => (at * 2654435761) >>> 24);
const digest = (algorithm: string) => createHash(algorithm).update(content).digest('hex');
const manifest = { weightsManifest: [{ paths: ['group1-shard1of2.bin', 'group1-shard2of2.bin'] }] };
const files = {
  'keras/vgg16/a.h5': content,
  'tfjs/net/model.json': new TextEncoder().encode(JSON.stringify(manifest)),
  'tfjs/net/group1-shard1of2.bin': content.subarray(0, 1000),
  'tfjs/net/group1-shard2of2.bin': content.subarray(1000, 1500),
  'tfjs/bad/model.json': new TextEncoder().encode('{"weightsManifest":[{"paths":["../../secret"]}]}'),
};
const entry: WeightsEntry = {
  ...entryOf(library, 'vgg16')!,
  id: 'a',
  md5: digest('md5'),
  places: [{ server: 'keras', path: 'vgg16/a.h5' }],
};

let server: TestWeightsServer;
let folder: string;
let store: FileStore;
let cache: WeightCache;
let reports: DownloadProgress[];
beforeEach(async () => {
  server = await testWeightsServer(files);
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-weights-'));
  store = inPieces(memoryBlobs());
  cache = new WeightCache(store);
  reports = [];
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const download = (more: Partial<Download> = {}) =>
  weightsOf({
    entry,
    cache,
    routes: [directRoute(server.base)],
    signal: new AbortController().signal,
    progress: (progress) => void reports.push(progress),
    ...more,
  });
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const troubleOf = async (promise: Promise<unknown>) => {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof DownloadError)) throw error ?? new Error('It did not fail.');
  return error.trouble;
};

describe.each(['memory', 'a folder'])('a download into %s', (kind) => {
  beforeEach(() => {
    if (kind === 'a folder') store = folderStore(folder);
    cache = new WeightCache(store);
  });

  test('comes whole, is checked, and is never fetched again', async () => {
    const [file] = await download();
    expect(Buffer.compare(await bytesOf(file!.blob), content)).toBe(0);
    expect(reports.at(-1)).toMatchObject({ received: content.length, total: content.length });
    const [again] = await download();
    expect(again).toMatchObject({ name: 'a.h5', blob: { size: content.length } });
    expect(server.asked).toHaveLength(1);
    expect(await cache.list()).toMatchObject([
      { id: 'a', files: [{ name: 'a.h5', bytes: content.length, sha256: digest('sha256') }] },
    ]);
  });

  test('goes on by itself where the connection broke at 50 %', async () => {
    server.breakAfter = content.length / 2;
    const [file] = await download();
    expect(Buffer.compare(await bytesOf(file!.blob), content)).toBe(0);
    const range = Number(/bytes=(\d+)-/.exec(server.asked[1]!.headers.range!)![1]);
    expect(range).toBeGreaterThan(content.length / 3);
    expect(server.asked[1]!.headers['if-range']).toBe(`"${digest('md5')}"`);
  });

  test('keeps what came when it is cancelled, and goes on from there the next time', async () => {
    const cancel = new AbortController();
    const stopped = download({
      signal: cancel.signal,
      progress: ({ received }) => {
        if (received > 5e6) cancel.abort();
      },
    });
    await expect(stopped).rejects.toThrow(/abort/i);
    expect(await cache.get('a')).toBeNull();
    const kept = (await cache.part('a', 'a.h5'))!.blob.size;
    expect(kept).toBeGreaterThan(2e6);
    await download();
    expect(server.asked[1]!.headers.range).toBe(`bytes=${kept}-`);
  });

  test('that was cut just before its record is only checked', async () => {
    await download();
    await store.remove('a/.record.json');
    await download({ entry: { ...entry, bytes: null } });
    expect(await cache.get('a')).toHaveLength(1);
  });

  test('of other bytes is deleted', async () => {
    const trouble = await troubleOf(download({ entry: { ...entry, md5: 'f'.repeat(32) } }));
    expect(trouble).toEqual({ code: 'wrongHash', id: 'a', expected: 'f'.repeat(32), got: digest('md5') });
    expect(await store.paths()).toEqual([]);
  });

  test('removed is gone', async () => {
    await download();
    await cache.remove('a');
    expect(await store.paths()).toEqual([]);
    expect(await cache.list()).toEqual([]);
  });
});

describe('places', () => {
  test('a server that is down, or has no such file, gives way to the next', async () => {
    const down = await testWeightsServer({});
    await down.close();
    const [file] = await download({ routes: [directRoute(down.base), directRoute(server.base)] });
    expect(file!.blob.size).toBe(content.length);
  });

  test('when none answers it says what was tried', async () => {
    await server.close();
    const trouble = await troubleOf(download());
    expect(trouble).toMatchObject({ code: 'unreachable', tried: [{ address: `${server.base}/keras/vgg16/a.h5` }] });
    server = await testWeightsServer(files);
  });

  test('a model.json brings its shards, and nothing that is no shard', async () => {
    const place = (path: string) => ({ entry: { ...entry, md5: null, places: [{ server: 'tfjs' as const, path }] } });
    const names = (await download(place('net/model.json'))).map(({ name }) => name);
    expect(names).toEqual(['model.json', 'group1-shard1of2.bin', 'group1-shard2of2.bin']);
    await cache.remove('a');
    expect(await troubleOf(download(place('bad/model.json')))).toMatchObject({ code: 'unreachable' });
    expect(server.asked.every(({ path }) => !path.includes('secret'))).toBe(true);
  });

  test('a full disk loses nothing: with room it goes on', async () => {
    const blobs = memoryBlobs(6 * 2 ** 20);
    const small = new WeightCache(inPieces(blobs));
    expect(await troubleOf(download({ cache: small }))).toMatchObject({ code: 'full', id: 'a' });
    expect((await small.part('a', 'a.h5'))!.blob.size).toBeGreaterThanOrEqual(4 * 2 ** 20);
  });
});
