import { afterEach, expect, test, vi } from 'vitest';
import { thumbnailName } from './photoFiles';
import { memoryPhotos, openPhotoStorage, tidyProject } from './photoStorage';
import type { PhotoSet } from './photos';

afterEach(() => vi.unstubAllGlobals());

test.each([
  ['memory, where a browser keeps nothing', { database: false, writable: true, secure: true }, 'memory'],
  ['the private file system', { database: true, writable: true, secure: true }, 'private'],
  ['the database, where files cannot be written', { database: true, writable: false, secure: true }, 'database'],
  ['the database, on a page that is not secure', { database: true, writable: true, secure: false }, 'database'],
] as const)('photos are kept in %s', async (_, { database, writable, secure }, where) => {
  const asked: string[] = [];
  const refuse = (place: string) => () => {
    asked.push(place);
    throw new DOMException('not here', 'SecurityError');
  };
  vi.stubGlobal('FileSystemFileHandle', { prototype: writable ? { createWritable: () => undefined } : {} });
  vi.stubGlobal('navigator', secure ? { storage: { getDirectory: refuse('private') } } : {});
  vi.stubGlobal('indexedDB', { open: refuse('database') });
  if (!database) Reflect.deleteProperty(globalThis, 'indexedDB');
  const { files } = openPhotoStorage();
  const names = await files.names('p').catch((error: DOMException) => error.name);
  expect([names, ...asked]).toEqual(where === 'memory' ? [[]] : ['SecurityError', where]);
});

const setOf = (...hashes: string[]): PhotoSet => ({
  id: 'photos:pets',
  classes: ['cats'],
  photos: hashes.map((hash) => ({ path: hash, hash, width: 8, height: 6, label: 0, part: 'training' })),
  leftOut: [],
});

test('of a project with sets, files that none names go; of one without, all', async () => {
  const storage = memoryPhotos();
  for (const project of ['with', 'without']) {
    for (const name of ['a', thumbnailName('a'), 'b', thumbnailName('b')])
      await storage.files.write(project, name, new Blob([name]));
  }
  await storage.sets.save('with', setOf('a'));
  await tidyProject(storage, 'with');
  expect(await storage.files.names('with')).toEqual(['a', thumbnailName('a')]);
  await tidyProject(storage, 'without');
  expect(await storage.files.projects()).toEqual(['with']);
});
