import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ZipError, zipEntries } from './zipEntries';

const text = (value: string) => new TextEncoder().encode(value);
const contents = async (zip: BlobPart) =>
  Promise.all(
    (await zipEntries(new Blob([zip]))).map(async ({ name, size, open }) => ({
      name,
      size,
      text: await (await open()).text(),
    })),
  );

const brick = { name: 'a/packed.txt', size: 240, text: 'brick '.repeat(40) };
const tower = { name: 'b/stored.txt', size: 30, text: 'tower '.repeat(5) };
const zip = zipSync({
  'a/packed.txt': text(brick.text),
  'b/stored.txt': [text(tower.text), { level: 0 }],
  'empty/': new Uint8Array(),
  '__MACOSX/a/._packed.txt': text('?'),
});
const directory = (bytes: Uint8Array) => Buffer.from(bytes).indexOf('PK\u0001\u0002');
const end = (bytes: Uint8Array) => Buffer.from(bytes).lastIndexOf('PK\u0005\u0006');

/** A copy with other numbers in it. */
function changed(bytes: Uint8Array<ArrayBuffer>, change: (view: DataView, bytes: Uint8Array) => void) {
  const copy = bytes.slice();
  change(new DataView(copy.buffer), copy);
  return copy;
}

/**
 * Written by Python's zipfile with `zipfile.ZIP64_LIMIT = 20`, so that the sizes and the second entry's place stand in
 * 64 bits; in the first entry another extra field (the time) was moved before them.
 */
const zip64 = Uint8Array.from(
  atob(
    'UEsDBC0AAAAIAAAAIQCSqFpT//////////8MAB0AYS9wYWNrZWQudHh0VVQFAAMAAAAAAQAQAPAAAAAAAAAACwAAAAAAAABLKspMzlZIGjEk' +
      'AFBLAwQtAAAAAAAAACEAZ/XxJ///////////DAAUAGIvc3RvcmVkLnR4dAEAEAAeAAAAAAAAAB4AAAAAAAAAdG93ZXIgdG93ZXIgdG93ZXIg' +
      'dG93ZXIgdG93ZXIgUEsBAi0DLQAAAAgAAAAhAJKoWlP//////////wwAHQAAAAAAAAAAAIABAAAAAGEvcGFja2VkLnR4dFVUBQADAAAAAAEA' +
      'EADwAAAAAAAAAAsAAAAAAAAAUEsBAi0DLQAAAAAAAAAhAGf18Sf//////////wwAHAAAAAAAAAAAAIAB/////2Ivc3RvcmVkLnR4dAEAGAAe' +
      'AAAAAAAAAB4AAAAAAAAAUgAAAAAAAABQSwYGLAAAAAAAAAAtAC0AAAAAAAAAAAACAAAAAAAAAAIAAAAAAAAArQAAAAAAAACuAAAAAAAAAFBL' +
      'BgcAAAAAWwEAAAAAAAABAAAAUEsFBgAAAAACAAIArQAAAK4AAAAAAA==',
  ),
  (letter) => letter.charCodeAt(0),
);

test('entries are listed and read, stored or deflated; folders and what macOS adds are none', async () => {
  expect(await contents(zip)).toEqual([brick, tower]);
});

test('sizes and places in 64 bits', async () => {
  expect(await contents(zip64)).toEqual([brick, tower]);
  // Python keeps the directory's place in 32 bits beside it, as long as it fits.
  const only64 = changed(zip64, (view, bytes) => {
    view.setUint32(end(bytes) + 12, 0xffffffff, true);
    view.setUint32(end(bytes) + 16, 0xffffffff, true);
  });
  expect(await contents(only64)).toEqual([brick, tower]);
  const short = changed(zip64, (view, bytes) => view.setUint16(directory(bytes) + 46 + 12 + 9 + 2, 8, true));
  await expect(contents(short)).rejects.toThrow('broken directory');
});

test('the end is found before a comment, also one that looks like an end', async () => {
  const comment = text('PK\u0005\u0006 is how the end of a zip begins, and this is no end');
  const commented = new Uint8Array([
    ...changed(zip, (view) => view.setUint16(end(zip) + 20, comment.length, true)),
    ...comment,
  ]);
  expect(await contents(commented)).toEqual([brick, tower]);
});

test('names that are not UTF-8 are those of Korean Windows, with either slash', async () => {
  // 고양이 in EUC-KR, as long as the name it takes the place of.
  const korean = [0xb0, 0xed, 0xbe, 0xe7, 0xc0, 0xcc, 0x5c, 0x31, 0x2e, 0x70, 0x6e, 0x67];
  const renamed = changed(zip, (_, bytes) => bytes.set(korean, directory(bytes) + 46));
  expect((await contents(renamed)).map(({ name }) => name)).toEqual(['고양이/1.png', tower.name]);
});

test.each([
  ['no zip', text('nothing'), 'no directory'],
  ['cut off', zip.subarray(0, 100), 'no directory'],
  [
    'a directory outside the file',
    changed(zip, (view) => view.setUint32(end(zip) + 16, zip.length, true)),
    'no directory',
  ],
  ['a directory that is none', changed(zip, (view) => view.setUint32(directory(zip), 7, true)), 'broken directory'],
  [
    'a name longer than the directory',
    changed(zip, (view) => view.setUint16(directory(zip) + 28, 60_000, true)),
    'broken directory',
  ],
  [
    'an entry outside the file',
    changed(zip, (view) => view.setUint32(directory(zip) + 42, zip.length, true)),
    'truncated',
  ],
  [
    'more packed bytes than there are',
    changed(zip, (view) => view.setUint32(directory(zip) + 20, zip.length, true)),
    'truncated',
  ],
  [
    'a size smaller than what unpacks',
    changed(zip, (view) => view.setUint32(directory(zip) + 24, 239, true)),
    'truncated',
  ],
  [
    'a size larger than what unpacks',
    changed(zip, (view) => view.setUint32(directory(zip) + 24, 241, true)),
    'truncated',
  ],
  ['bytes that do not unpack', changed(zip, (_, bytes) => bytes.fill(0xff, 42, 50)), 'truncated'],
  ['stored, with two sizes', changed(zip, (view) => view.setUint16(directory(zip) + 10, 0, true)), 'truncated'],
  ['another method', changed(zip, (view) => view.setUint16(directory(zip) + 10, 12, true)), 'method 12'],
])('%s is refused', async (_, given, message) => {
  const failing = contents(given);
  await expect(failing).rejects.toThrow(message);
  await expect(failing).rejects.toBeInstanceOf(ZipError);
});

test('a directory too large to hold is refused before it is read', async () => {
  const padding = new Uint8Array(65 * 2 ** 20);
  const last = changed(zip.slice(end(zip)), (view) => {
    view.setUint32(12, padding.length, true);
    view.setUint32(16, 0, true);
  });
  await expect(zipEntries(new Blob([padding, last]))).rejects.toThrow('too many entries');
});

test('nothing is read of an entry before it is opened', async () => {
  const read: number[] = [];
  class Counted extends Blob {
    override slice(from?: number, to?: number) {
      read.push(from ?? 0);
      return super.slice(from, to);
    }
  }
  const padded = zipSync({ 'large.bin': [new Uint8Array(200_000), { level: 0 }] });
  const entries = await zipEntries(new Counted([padded]));
  expect(Math.min(...read)).toBeGreaterThan(100_000);
  expect((await entries[0]!.open()).size).toBe(200_000);
});
