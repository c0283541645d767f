import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pictureSample as greySample } from './greyPictureSample';
import * as grey from './greyPictures';
import { pictureSample as photoSample } from './pictureSample';
import * as photos from './pictures';

/** A project has one or the other in the same place. */
const variants: readonly (typeof photos)[] = [photos, grey];

const settings = { interpolation: 'bilinear', drawings: false, seed: 1, validationSplit: null } as const;
const drawn = { ...settings, drawings: true } as const;
/** A model for small grey pictures. */
const createModel = () => tf.sequential({ layers: [tf.layers.flatten({ inputShape: [28, 28, 1] })] });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-photos-'));
  const png = new PNG({ width: 40, height: 30 });
  for (const [label, tone] of Object.entries({ dark: 20, light: 220 })) {
    mkdirSync(join(folder, label));
    png.data.fill(tone);
    for (let place = 0; place < 5; place++) writeFileSync(join(folder, label, `${place}.png`), PNG.sync.write(png));
  }
  writeFileSync(join(folder, 'dark', 'none.jpg'), 'no photo');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('both read a picture in the size of the model', async () => {
  const wanted = [28, 28, 1];
  const read = await Promise.all(
    variants.map((each) => each.readPicture(join(folder, 'dark', '0.png'), wanted, drawn, null)),
  );
  for (const { shape, values } of read) {
    expect(shape).toEqual(wanted);
    expect(new Set(values)).toEqual(new Set([20]));
  }
});

test.each([
  ['light', null, 35],
  ['light', false, 220],
  ['dark', null, 20],
  ['dark', true, 235],
] as const)('both read a %s picture, invert %s, as %d', async (name, invert, tone) => {
  const path = join(folder, name, '0.png');
  const read = await Promise.all(variants.map((each) => each.readPicture(path, [28, 28, 1], drawn, invert)));
  for (const { values } of read) expect(new Set(values)).toEqual(new Set([tone]));
});

test('photos in grey are as they are unless told', async () => {
  const path = join(folder, 'light', '0.png');
  const tones = [null, false, true].map(async (invert) => {
    const { values } = await photos.readPicture(path, [28, 28, 1], settings, invert);
    return values[0];
  });
  expect(await Promise.all(tones)).toEqual([220, 220, 35]);
});

test('fine lines stay in a grey picture that becomes smaller, and one of no size keeps its own', () => {
  const row = Uint8Array.from({ length: 400 }, (_, at) => (at % 40 === 0 ? 255 : 0));
  const lines = { width: 100, height: 100, row: () => row };
  const small = greySample(lines, [10, 10, 1], settings);
  expect(small.shape).toEqual([10, 10, 1]);
  expect(Math.min(...small.values)).toBeGreaterThan(0);
  expect(greySample(lines, [784], settings).shape).toEqual([100, 100, 1]);
  expect(photoSample(lines, [10, 10, 1], drawn).values).toEqual(small.values);
  expect(photoSample(lines, [10, 10, 1], settings).values.every((value) => value === 0 || value > 100)).toBe(true);
});

test('a folder of photos is a dataset, and what is no photo is named', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const dataset = await photos.readFolder(folder, createModel(), settings);
  expect(said.mock.calls.flat().join()).toContain('none.jpg');
  said.mockRestore();
  expect(dataset).toMatchObject({ kind: 'images', shape: [28, 28, 1], count: 10, validation: 2 });
  if (dataset.target.kind !== 'classes') throw new Error('Photos have classes.');
  expect(dataset.target.classes).toEqual(['dark', 'light']);
  dataset.target.labels.forEach((label, place) => {
    expect(dataset.values[place * 784]).toBe(label === 0 ? 20 : 220);
    expect(dataset.names![place]).toContain(label === 0 ? '/dark/' : '/light/');
  });
  await expect(photos.readFolder(join(folder, 'dark'), createModel(), settings)).rejects.toThrow(
    'at least two classes',
  );
  await expect(grey.readFolder(folder, createModel(), settings)).rejects.toThrow('does not learn from photos');
});

test('photos of a test are no part of training and validation, which is a share of the rest', async () => {
  const parted = mkdtempSync(join(tmpdir(), 'deepbrick-parted-'));
  for (const part of ['training_set', 'test_set']) cpSync(folder, join(parted, part), { recursive: true });
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { count, validation, test: tested, names } = await photos.readFolder(parted, createModel(), settings);
  vi.restoreAllMocks();
  rmSync(parted, { recursive: true });
  expect([count, validation, tested]).toEqual([20, 2, 10]);
  expect(names!.map((name) => name.includes('/test_set/'))).toEqual([
    ...Array(10).fill(false),
    ...Array(10).fill(true),
  ]);
});

test('photos that are there to validate on are all of the validation, and classes are in the order of their names', async () => {
  const parted = mkdtempSync(join(tmpdir(), 'deepbrick-parted-'));
  for (const [label, part] of [
    ['zebra', 'train'],
    ['ant', 'train'],
    ['mole', 'validation'],
    ['zebra', 'validation'],
  ] as const)
    cpSync(join(folder, 'light'), join(parted, part, label), { recursive: true });
  const dataset = await photos.readFolder(parted, createModel(), settings);
  rmSync(parted, { recursive: true });
  if (dataset.target.kind !== 'classes') throw new Error('Photos have classes.');
  expect(dataset.target.classes).toEqual(['ant', 'mole', 'zebra']);
  expect([dataset.count, dataset.validation]).toEqual([20, 10]);
  expect(dataset.names!.map((name) => name.includes('/validation/'))).toEqual([
    ...Array(10).fill(false),
    ...Array(10).fill(true),
  ]);
});
