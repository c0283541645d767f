import { expect, test } from 'vitest';
import { hasAlpha, withoutOrientation } from './storedOrientation';

const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));

/** A chunk of a WebP; those of odd sizes are filled up. */
const chunk = (name: string, bytes: readonly number[]) => [
  ...bytesOf(name, [bytes.length, 0, 0, 0], bytes, bytes.length % 2 ? [0] : []),
];
const webp = (...chunks: readonly (readonly number[])[]) => bytesOf('RIFF', [0, 0, 0, 0], 'WEBP', chunks.flat());

test('chunks of a WebP that say how the camera was held are called otherwise, whatever lies before them', () => {
  const [pixels, extended] = [chunk('VP8 ', [1, 2, 3]), chunk('VP8X', [8, 0, 0, 0, 1, 0, 0, 1, 0, 0])];
  const camera = [69, 88, 73, 70];
  for (const name of ['EXIF', 'XMP ']) {
    expect(withoutOrientation(webp(extended, pixels, chunk(name, camera), pixels))).toEqual(
      webp(extended, pixels, chunk('JUNK', camera), pixels),
    );
  }
  expect(withoutOrientation(webp(pixels))).toEqual(webp(pixels));
});

test('of a JPEG the segments APP1 before the first scan are gone, and nothing else', () => {
  const [start, other, scan] = [
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 3, 7],
    [0xff, 0xda, 0, 4, 1, 2, 0xff, 0xe1, 9],
  ];
  const turned = [0xff, 0xe1, 0, 4, 0x45, 0x78];
  expect(withoutOrientation(bytesOf(start, turned, other, turned, scan))).toEqual(bytesOf(start, other, scan));
});

test('a file of another kind stays as it is', () => {
  const png = bytesOf([0x89], 'PNG', [1, 2, 3, 4, 5, 6, 7, 8]);
  expect(withoutOrientation(png)).toBe(png);
});

test.each([
  ['a WebP that says so', webp(chunk('VP8X', [0x10, 0, 0, 0])), true],
  ['a WebP that does not', webp(chunk('VP8X', [0x08, 0, 0, 0])), false],
  ['a WebP without losses that says so', webp(chunk('VP8L', [0x2f, 0, 0, 0, 0x10])), true],
  ['a WebP without losses that does not', webp(chunk('VP8L', [0x2f, 0, 0, 0, 0])), false],
  ['a WebP with losses', webp(chunk('VP8 ', [0x10, 0, 0, 0, 0x10])), false],
  [
    'an AVIF with a second picture',
    bytesOf([0, 0, 0, 9], 'ftypavif', 'urn:mpeg:mpegB:cicp:systems:auxiliary:alpha'),
    true,
  ],
  ['an AVIF without', bytesOf([0, 0, 0, 9], 'ftypavif'), false],
])('transparent pixels of %s', (_, bytes, alpha) => {
  expect(hasAlpha(bytes)).toBe(alpha);
});
