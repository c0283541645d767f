import { zipSync } from 'fflate';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { type FolderImport, importFolder, questionOf } from './importFolder';
import type { Source } from './importPhotos';
import { memoryFiles, thumbnailName } from './photoFiles';
import { countsOf, usualHoldback } from './photoSet';
import { memoryPhotos, tidyProject } from './photoStorage';
import { zipSources } from './zipSources';

/** Decodes PNGs in Node, where there is no `createImageBitmap`. */
async function look(file: Blob) {
  const { width, height } = PNG.sync.read(Buffer.from(await file.arrayBuffer()));
  return { width, height, thumbnail: new Blob([`${width}`]) };
}

function png(seed: number, width = 8, height = 6): Uint8Array<ArrayBuffer> {
  const picture = new PNG({ width, height });
  picture.data.fill(255);
  picture.data[0] = seed;
  return new Uint8Array(PNG.sync.write(picture));
}

const source = (path: string, bytes: Uint8Array<ArrayBuffer> | string): Source => ({
  path,
  size: bytes.length,
  open: async () => new Blob([bytes]),
});
const how: FolderImport = {
  set: { id: 'photos:pets', classes: [], photos: [], leftOut: [] },
  into: null,
  otherwise: 'pets',
  holdback: usualHoldback,
};
const importing = (signal = new AbortController().signal) => ({
  files: memoryFiles(),
  project: 'p',
  look,
  progress: () => undefined,
  signal,
});
const many = (folder: string, count: number, first = 0) =>
  Array.from({ length: count }, (_, at) => source(`${folder}/${at}.png`, png(first + at)));

test('classes by folders, a quarter of each held back, files kept by hash beside their thumbnails', async () => {
  const parts = importing();
  const { set, added, unread, without } = await importFolder(
    [...many('pets/dogs', 8), ...many('pets/cats', 4, 20), source('pets/empty/none.png', '')],
    how,
    parts,
  );
  expect({ added, unread, without }).toEqual({ added: 12, unread: 0, without: ['empty'] });
  expect(set.classes).toEqual(['cats', 'dogs']);
  expect(countsOf(set)).toEqual([
    { all: 4, training: 3, validation: 1, test: 0 },
    { all: 8, training: 6, validation: 2, test: 0 },
  ]);
  expect(set.leftOut).toEqual([{ path: 'pets/empty/none.png', reason: 'empty' }]);
  const [first] = set.photos;
  expect(first).toMatchObject({ path: 'pets/dogs/0.png', width: 8, height: 6, label: 1 });
  // SHA-256 of the file itself.
  const digest = await crypto.subtle.digest('SHA-256', png(0));
  expect(first!.hash).toBe(Buffer.from(digest).toString('hex'));
  expect(await parts.files.read('p', first!.hash)).not.toBeNull();
  expect(await (await parts.files.read('p', thumbnailName(first!.hash)))!.text()).toBe('8');
});

test('the test is kept apart; without any to validate on, a share of those to train on is held back', async () => {
  const files = [
    ...many('set/training_set/dogs', 8),
    ...many('set/training_set/cats', 8, 20),
    ...many('set/test_set/dogs', 3, 40),
    ...many('set/test_set/cats', 3, 50),
  ];
  expect(questionOf(files.map(({ path }) => path))).toBeNull();
  const { set } = await importFolder(files, how, importing());
  expect(set.classes).toEqual(['cats', 'dogs']);
  expect(countsOf(set)).toEqual([0, 1].map(() => ({ all: 11, training: 6, validation: 2, test: 3 })));
  expect(set.photos.every(({ path, part }) => path.includes('test_set') === (part === 'test'))).toBe(true);
});

test('folders that may be meant in two ways are asked about, and imported as it is answered', async () => {
  const files = [...many('box/train', 4), ...many('box/test', 4, 20)];
  const { readings } = questionOf(files.map(({ path }) => path))!;
  expect(readings).toEqual([
    { kind: 'parts', classes: [], training: 4, validation: 0, test: 4, open: 0 },
    { kind: 'classes', classes: ['test', 'train'], training: 0, validation: 0, test: 0, open: 8 },
  ]);
  const parts = await importFolder(files, { ...how, reading: 'parts' }, importing());
  expect(countsOf(parts.set)).toEqual([{ all: 8, training: 3, validation: 1, test: 4 }]);
  const classes = await importFolder(files, { ...how, reading: 'classes' }, importing());
  expect(classes.set.classes).toEqual(['test', 'train']);
});

test('what is no photo is listed with its reason, and nothing else stops', async () => {
  const { set } = await importFolder(
    [
      ...many('cats', 2),
      source('cats/again.png', png(0)),
      source('cats/text.jpg', 'hello'),
      source('cats/torn.png', png(9).subarray(0, 40)),
      source('cats/flat.png', png(10, 400, 3)),
      source('cats/lies.png', png(11).fill(7, 45, 55)),
      source('loose.png', png(12)),
      source('notes.txt', 'hello'),
      { path: 'cats/huge.png', size: 3e8, open: () => Promise.reject(new Error('is never opened')) },
      { path: 'cats/gone.png', size: 10, open: () => Promise.reject(new Error('gone')) },
    ],
    how,
    importing(),
  );
  expect(set.photos).toHaveLength(2);
  expect(Object.fromEntries(set.leftOut.map(({ path, reason }) => [path, reason]))).toEqual({
    'cats/again.png': 'duplicate',
    'cats/text.jpg': 'notAnImage',
    'cats/torn.png': 'broken',
    'cats/flat.png': 'tooSmall',
    'cats/lies.png': 'broken',
    'cats/huge.png': 'tooLarge',
    'cats/gone.png': 'broken',
    'loose.png': 'noClass',
    'notes.txt': 'notAnImage',
  });
});

test('loose photos are one class; photos can be added to a class, and none comes twice', async () => {
  const parts = importing();
  const loose = await importFolder([source('a.png', png(1)), source('b.png', png(2))], how, parts);
  expect(loose.set.classes).toEqual(['pets']);
  const more = await importFolder(
    [source('a.png', png(1)), source('x/c.png', png(3))],
    { ...how, set: loose.set, into: 'dogs' },
    parts,
  );
  expect(more.set.classes).toEqual(['pets', 'dogs']);
  expect(more.set.photos.map(({ label }) => label)).toEqual([0, 0, 1]);
  expect(more.set.leftOut).toEqual([{ path: 'a.png', reason: 'duplicate' }]);
});

test('a full storage keeps what there is; a cancelled import leaves nothing', async () => {
  const full = memoryFiles();
  let written = 0;
  const write: typeof full.write = (...file) =>
    ++written > 6 ? Promise.reject(new DOMException('', 'QuotaExceededError')) : full.write(...file);
  const { set, unread } = await importFolder(many('cats', 10), how, { ...importing(), files: { ...full, write } });
  expect(set.photos).toHaveLength(10 - unread);
  expect(unread).toBeGreaterThanOrEqual(7);

  const storage = memoryPhotos();
  const own = new AbortController();
  const cancelled = importFolder(many('cats', 10), how, {
    ...importing(own.signal),
    files: storage.files,
    progress: (done) => done === 5 && own.abort(),
  });
  await expect(cancelled).rejects.toThrow('aborted');
  expect((await storage.files.names('p')).length).toBeGreaterThan(0);
  await tidyProject(storage, 'p');
  expect(await storage.files.names('p')).toEqual([]);
});

test('a zip is read entry by entry, stored or deflated, and refused when it is torn', async () => {
  const zip = zipSync({
    'cats/1.png': [png(1), { level: 0 }],
    'cats/2.png': png(2),
    '고양이/3.png': png(3),
    'empty/': new Uint8Array(),
  });
  const sources = await zipSources(new Blob([zip]), 'mine');
  expect(sources.map(({ path }) => path)).toEqual(['mine/cats/1.png', 'mine/cats/2.png', 'mine/고양이/3.png']);
  for (const [at, { open, size }] of sources.entries()) {
    expect(size).toBe(png(at + 1).length);
    expect(new Uint8Array(await (await open()).arrayBuffer())).toEqual(png(at + 1));
  }
  const { set } = await importFolder(sources, how, importing());
  expect(set.classes).toEqual(['cats', '고양이']);
  await expect(zipSources(new Blob([zip.subarray(0, 100)]), 'torn')).rejects.toThrow('no directory');
});

test('a file that is listed but not given, whole or in its bytes, is left out as broken', async () => {
  class Unreadable extends Blob {
    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.reject(new DOMException('gone', 'NotReadableError'));
    }
  }
  const unreadable = [async () => new Unreadable(), () => Promise.reject(new Error('gone'))].map(
    (open, at): Source => ({ path: `pets/cats/${at}.jpg`, size: 9, open }),
  );
  const { set } = await importFolder(
    [...many('pets/dogs', 4), ...many('pets/cats', 4, 20), ...unreadable],
    how,
    importing(),
  );
  expect(set.photos).toHaveLength(8);
  expect(set.leftOut).toEqual(unreadable.map(({ path }) => ({ path, reason: 'broken' })));
});
