import { expect, test } from 'vitest';
import { DatasetError } from '../dataset';
import { lookAt } from './decode';
import { importFolder } from './importFolder';
import { loadPhotos } from './photoDataset';
import { memoryFiles, privateFiles, thumbnailName } from './photoFiles';
import { sampleOrder, usualHoldback } from './photoSet';
import { tidyProject } from './photoStorage';
import { memorySets } from './photoDatabase';

const idle = () => undefined;
const never = () => new AbortController().signal;

/** Left half of one colour, right half of another; PNG, so that every value comes back. */
async function picture(left: string, right: string, width = 40, height = 30): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = left;
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = right;
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas.convertToBlob({ type: 'image/png' });
}

async function imported(files = memoryFiles(), project = 'p') {
  const colours = ['rgb(200,10,30)', 'rgb(10,200,30)', 'rgb(10,30,200)', 'rgb(90,90,90)'];
  const sources = await Promise.all(
    colours.map(async (colour, at) => {
      const file = await picture(colour, 'rgb(1,2,3)');
      return { path: `${at < 2 ? 'a' : 'b'}/${at}.png`, size: file.size, open: async () => file };
    }),
  );
  const set = { id: 'photos:test', classes: [], photos: [], leftOut: [] };
  const how = { set, into: null, otherwise: 'x', holdback: usualHoldback };
  const answer = await importFolder(sources, how, { files, project, look: lookAt, progress: idle, signal: never() });
  return { set: answer.set, files, read: (hash: string) => files.read(project, hash) };
}

test('photos come in exactly the size that is wanted, training first, with labels, hashes and names', async () => {
  const { set, read } = await imported();
  const seen: number[] = [];
  const want = { size: [3, 4, 3], interpolation: 'nearest' } as const;
  const data = await loadPhotos(set, read, want, (done) => seen.push(done), never());
  expect(data).toMatchObject({ kind: 'images', shape: [3, 4, 3], count: 4, validation: 2, words: null });
  expect(seen.at(-1)).toBe(4);
  const order = sampleOrder(set);
  expect(data.hashes).toEqual(order.map(({ hash }) => hash));
  expect(data.names).toEqual(order.map(({ path }) => path));
  expect(data.target).toMatchObject({ kind: 'classes', classes: ['a', 'b'] });
  const colours = [
    [200, 10, 30],
    [10, 200, 30],
    [10, 30, 200],
    [90, 90, 90],
  ];
  order.forEach(({ path }, index) => {
    const colour = colours[Number(/(\d)\.png/.exec(path)![1])]!;
    const row = [...colour, ...colour, 1, 2, 3, 1, 2, 3];
    expect([...data.values.subarray(index * 36, (index + 1) * 36)]).toEqual([...row, ...row, ...row]);
  });
});

test('grey, bilinear; a large photo is read in bands', async () => {
  const { files } = await imported();
  const file = await picture('rgb(255,255,255)', 'rgb(0,0,0)', 3000, 2400);
  await files.write('p', 'large', file);
  const photo = { path: 'a/large.png', hash: 'large', width: 3000, height: 2400, label: 0, part: 'training' } as const;
  const set = { id: 'photos:large', classes: ['a'], photos: [photo], leftOut: [] };
  const want = { size: [7, 5, 1], interpolation: 'bilinear' } as const;
  const data = await loadPhotos(set, (hash) => files.read('p', hash), want, idle, never());
  // The middle column falls between pixels 1499 (white) and 1500 (black).
  expect([...data.values]).toEqual(Array.from({ length: 7 }, () => [255, 255, 128, 0, 0]).flat());
});

test('a file that is gone is said; loading can be cancelled', async () => {
  const { set, read } = await imported();
  const want = { size: [2, 2, 3], interpolation: 'nearest' } as const;
  await expect(loadPhotos(set, async () => null, want, idle, never())).rejects.toThrow(DatasetError);
  const own = new AbortController();
  await expect(loadPhotos(set, read, want, () => own.abort(), own.signal)).rejects.toThrow('aborted');
});

test('the private file system keeps files by project, and tidies up what no set names', async () => {
  const files = privateFiles(`test-${Date.now()}`);
  const { set } = await imported(files, 'one');
  await files.write('two', 'other', new Blob(['x']));
  const [first] = set.photos;
  expect((await files.read('one', thumbnailName(first!.hash)))!.type).toBe('');
  expect((await files.read('one', first!.hash))!.size).toBeGreaterThan(50);
  expect(await files.read('one', 'unknown')).toBeNull();
  expect(await files.read('nobody', 'unknown')).toBeNull();
  const sets = memorySets();
  await sets.save('one', { ...set, photos: [first!] });
  await tidyProject({ sets, files }, 'one');
  expect([...(await files.names('one'))].sort()).toEqual([first!.hash, thumbnailName(first!.hash)].sort());
  expect([...(await files.projects())].sort()).toEqual(['one', 'two']);
  await files.removeProject('one');
  expect(await files.read('one', first!.hash)).toBeNull();
  await files.removeProject('two');
  expect(await files.projects()).toEqual([]);
});
