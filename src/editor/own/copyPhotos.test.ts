import { expect, test } from 'vitest';
import { thumbnailName } from '../../data/photos/photoFiles';
import { memoryPhotos } from '../../data/photos/photoStorage';
import type { PhotoSet } from '../../data/photos/photos';
import { copyPhotos } from './copyPhotos';

const photo = (hash: string) =>
  ({ path: `${hash}.png`, hash, width: 4, height: 3, label: 0, part: 'training' }) as const;
const set = (id: string, ...hashes: string[]): PhotoSet => ({
  id,
  classes: ['a'],
  photos: hashes.map(photo),
  leftOut: [],
});

test('sets that are still shown are kept for the other project, with the files that are still there', async () => {
  const storage = memoryPhotos();
  const { files, sets } = storage;
  await files.write('old', 'a', new Blob(['whole a']));
  await files.write('old', thumbnailName('a'), new Blob(['small a']));
  await files.write('old', 'b', new Blob(['whole b']));
  await copyPhotos(storage, [set('photos:some', 'a', 'gone', 'b'), set('photos:none', 'gone')], 'old', 'new');
  expect(await sets.list('new')).toEqual([set('photos:some', 'a', 'b')]);
  expect((await files.names('new')).toSorted()).toEqual(['a', 'b', thumbnailName('a')].toSorted());
  expect(await (await files.read('new', 'a'))!.text()).toBe('whole a');
});
