import { expect, test } from 'vitest';
import { inPieces, memoryBlobs } from './fileStore';

const textOf = async (store: ReturnType<typeof inPieces>, path: string) => (await store.read(path))?.text() ?? null;

test('a file is its pieces in their order, more than ten of them too', async () => {
  const store = inPieces(memoryBlobs());
  const letters = [...'abcdefghijklmnop'];
  for (const letter of letters) await store.append('keras/a.h5', new Blob([letter]));
  await store.append('keras/a.h5#1', new Blob(['other']));
  expect(await textOf(store, 'keras/a.h5')).toBe(letters.join(''));
  expect(await textOf(store, 'keras/a.h5#1')).toBe('other');
  expect((await store.paths()).toSorted()).toEqual(['keras/a.h5', 'keras/a.h5#1']);
});

test('what is not there is no file; what is removed is gone, and only that', async () => {
  const store = inPieces(memoryBlobs());
  await store.append('a', new Blob(['1']));
  await store.append('b', new Blob(['2']));
  expect(await store.read('c')).toBeNull();
  await store.remove('a');
  expect([await store.read('a'), await textOf(store, 'b')]).toEqual([null, '2']);
});

test('a piece that goes while the file is read is left out', async () => {
  const blobs = memoryBlobs();
  const store = inPieces(blobs);
  for (const letter of 'abc') await store.append('a', new Blob([letter]));
  const [, middle] = (await blobs.keys()).toSorted();
  const leaky = inPieces({ ...blobs, get: async (key) => (key === middle ? null : blobs.get(key)) });
  expect(await textOf(leaky, 'a')).toBe('ac');
});
