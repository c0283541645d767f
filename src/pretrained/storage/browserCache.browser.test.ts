import { afterEach, expect, test } from 'vitest';
import { browserCache } from './cache';

const cache = browserCache();
const id = 'browser-test';
afterEach(() => cache.remove(id));

test('files in pieces lie in the private file system, whole or not at all', async () => {
  const piece = new Uint8Array(3_000_000).fill(7);
  await cache.begin(id, 'a.h5', '"v1"');
  await cache.append(id, 'a.h5', new Blob([piece]));
  await cache.append(id, 'a.h5', new Blob([piece, 'end']));
  expect(await cache.get(id)).toBeNull();
  expect(await cache.part(id, 'a.h5')).toMatchObject({ version: '"v1"', blob: { size: 6_000_003 } });
  await cache.finish(id, [{ name: 'a.h5', bytes: 6_000_003, sha256: 'x' }]);
  // Another page, or the worker, sees the same.
  const [file] = (await browserCache().get(id))!;
  expect(await file!.blob.slice(5_999_999).text()).toBe('\u0007end');
  expect((await cache.list()).map((weights) => weights.id)).toContain(id);
  await cache.remove(id);
  expect(await cache.get(id)).toBeNull();
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('weights');
  const names: string[] = [];
  for await (const name of root.keys()) names.push(name);
  expect(names.filter((name) => name.startsWith(id))).toEqual([]);
});
