import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { bytesOf, colourModes, pictureAnswers, valuesOf } from '../../e2e/keras/pictures/pictureAnswers';
import { readPhoto } from './readPhoto';

/** Written by `e2e/keras/pictures/pictures.py`: what Keras's `load_img` makes of pictures of every kind and mode. */
const answers = pictureAnswers(
  gunzipSync(readFileSync(join(import.meta.dirname, '../../e2e/fixtures/pictures.bin'))).toString(),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-read-'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  vi.restoreAllMocks();
});

function written(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const isAvif = ({ name }: { readonly name: string }) => name.endsWith('avif');

test.each(answers.filter((answer) => !isAvif(answer)))('$name has the pixels that load_img reads', async (answer) => {
  const path = written(answer.name, bytesOf(answer.file));
  for (const mode of colourModes) {
    const { values } = await readPhoto(path, answer[mode].shape, 'nearest');
    expect([mode, ...values]).toEqual([mode, ...valuesOf(answer[mode])]);
  }
});

describe('what cannot be read is said in one plain sentence', () => {
  const whole = (name: string) => bytesOf(answers.find((each) => each.name === name)!.file);
  const torn = answers
    .filter(({ name }) => !/^(32|24|16|15|4) bits|^runs|^moving/.test(name))
    .map(({ name }) => [name, whole(name).subarray(0, whole(name).length * 0.7)] as const);
  const damaged = / cannot be read as an image: it is damaged or cut off; copy or save it again\.$/;

  test.each<[string, Uint8Array | string, RegExp]>([
    ...torn.map(([name, bytes]): [string, Uint8Array, RegExp] => [`torn ${name}`, bytes, damaged]),
    ['changed.png', whole('colour 8 bits.png').fill(7, 80, 90), damaged],
    ['a.heic', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', /: it is a HEIC photo, .*; save it as JPEG or PNG\.$/],
    ['b.jpg', '\0\0\0\x18ftypmif1\0\0\0\0mif1heic', /: it is a HEIC photo, .*; save it as JPEG or PNG\.$/],
    ['empty.png', '', /: it is empty; copy or save it again\.$/],
    ['text.jpg', 'no picture', /: it is none; give a JPEG, PNG, WebP, GIF, BMP or AVIF file\.$/],
    ['layers.psd', '8BPS\0\x01', /: its format is not supported; save it as JPEG or PNG\.$/],
  ])('%s', async (name, content, text) => {
    await expect(readPhoto(written(name, content), [4, 4, 3], 'nearest')).rejects.toThrow(text);
  });

  test('a file that is not there', async () => {
    await expect(readPhoto(join(folder, 'gone.png'), [4, 4, 3], 'nearest')).rejects.toThrow(/^There is no file .*gone/);
  });
});

test('a picture that is drawn by its transparency alone is pointed out', async () => {
  vi.mocked(console.error).mockClear();
  const data = Buffer.from(Array.from({ length: 64 }, (_, at) => [0, 0, 0, at % 8 < 3 ? 255 : 0]).flat());
  const ink = written('ink.png', PNG.sync.write(Object.assign(new PNG({ width: 8, height: 8 }), { data })));
  const { values } = await readPhoto(ink, [8, 8, 1], 'nearest');
  expect(Math.max(...values)).toBe(0);
  expect(vi.mocked(console.error).mock.calls.flat()).toEqual([
    expect.stringMatching(/ink\.png is drawn by its transparency alone, .* on a background, white or black\.$/),
  ]);
});

test.each(answers.filter(isAvif))('$name has the pixels that load_img reads, or it is said', async (answer) => {
  vi.mocked(console.error).mockClear();
  const { values } = await readPhoto(written(answer.name, bytesOf(answer.file)), answer.rgb.shape, 'nearest');
  const gap = Math.max(...valuesOf(answer.rgb).map((value, at) => Math.abs(value - values[at]!)));
  const whole = answer.name.includes('4:4:4');
  const told = vi.mocked(console.error).mock.calls.flat().map(String);
  expect(told.filter((text) => !text.includes('is an AVIF whose colours lie in fewer places'))).toEqual([]);
  expect(told.length).toBe(whole ? 0 : 1);
  // libheif rounds otherwise on its way from YUV, most where the range is limited.
  expect(gap).toBeLessThanOrEqual(whole ? 3 : 90);
});

test('a picture that is nearly one colour everywhere is pointed out, no other', async () => {
  vi.mocked(console.error).mockClear();
  for (const name of ['transparent white.png', 'colour 8 bits.png', 'colour 95, sampling 0.jpeg']) {
    await readPhoto(written(name, bytesOf(answers.find((each) => each.name === name)!.file)), [4, 4, 3], 'nearest');
  }
  expect(vi.mocked(console.error).mock.calls.flat()).toEqual([
    expect.stringMatching(/transparent white\.png is nearly one colour everywhere/),
  ]);
});
