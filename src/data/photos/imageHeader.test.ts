import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { imageHeader } from './imageHeader';

const folder = '../shared/data/images-odd';
const said = (name: string) => {
  const header = imageHeader(readFileSync(`${folder}/${name}`));
  return 'reason' in header ? header.reason : `${header.format} ${header.width}×${header.height}`;
};

test.skipIf(!existsSync(folder))('odd files: their size, or why they are no photos (needs the shared pictures)', () => {
  const expected = {
    'own_empty.jpg': 'empty',
    'own_text_renamed.jpg': 'notAnImage',
    'own_elephant_truncated50.jpg': 'broken',
    'pillow_broken.png': 'broken',
    'pillow_zero_width.gif': 'broken',
    'skimage_multipage.tif': 'unsupportedFormat',
    'pillow_hopper_merged.psd': 'unsupportedFormat',
    'own_1x1.png': 'png 1×1',
    'own_16x3000.jpg': 'jpeg 16×3000',
    'pillow_hopper.bmp': 'bmp 128×128',
    'pillow_hopper.gif': 'gif 128×128',
    'pillow_hopper.webp': 'webp 128×128',
    'pillow_avif_hopper.avif': 'avif 128×128',
    'pillow_decompression_bomb.gif': 'gif 65535×66601',
    'exif_Landscape_3.jpg': 'jpeg 1800×1200',
    'exif_Portrait_5.jpg': 'jpeg 1800×1200',
  };
  expect(Object.fromEntries(Object.keys(expected).map((name) => [name, said(name)]))).toEqual(expected);
});

describe('made here', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)));
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';

  test.each([
    [svg, 'unsupportedFormat'],
    [`<?xml version="1.0"?>\n<!-- drawn -->\n${svg}`, 'unsupportedFormat'],
    ['<html><svg></svg></html>', 'notAnImage'],
    ['\xff\xd8\xff', 'broken'],
    ['\x89PNG\r\n\x1a\n', 'broken'],
    ['GIF89a', 'broken'],
    ['BM', 'broken'],
    ['RIFF\x08\0\0\0WEBPVP9 ', 'broken'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'unsupportedFormat'],
    ['\0\0\0\x10ftypmp42\0\0\0\0', 'notAnImage'],
  ])('%j', (text, reason) => {
    expect(imageHeader(bytes(text))).toEqual({ reason });
  });

  test.each([
    ['upright', [40, 0, 0, 0], [0x2c, 1, 0, 0], [0xc8, 0, 0, 0]],
    ['from the top', [40, 0, 0, 0], [0x2c, 1, 0, 0], [0x38, 0xff, 0xff, 0xff]],
    ['mirrored', [124, 0, 0, 0], [0xd4, 0xfe, 0xff, 0xff], [0xc8, 0, 0, 0]],
    ['of OS/2', [12, 0, 0, 0], [0x2c, 1], [0xc8, 0]],
  ])('a BMP %s', (_, head, width, height) => {
    const file = bytes(
      'BM',
      Array.from({ length: 12 }, () => 0),
      head,
      width,
      height,
      [0, 0, 0, 0],
    );
    expect(imageHeader(file)).toEqual({ format: 'bmp', width: 300, height: 200 });
  });

  test('a JPEG is read through its scans; one that ends within a scan is broken', () => {
    const frame = [0xff, 0xc2, 0, 11, 8, 0, 30, 0, 40, 1, 1, 0x11, 0];
    const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0];
    const data = [1, 2, 0xff, 0, 3, 0xff, 0xd0, 4];
    const start = [0xff, 0xd8];
    const end = [0xff, 0xd9];
    expect(imageHeader(bytes(start, frame, scan, data, scan, data, end))).toEqual({
      format: 'jpeg',
      width: 40,
      height: 30,
    });
    expect(imageHeader(bytes(start, frame, scan, data, scan, data))).toEqual({ reason: 'broken' });
    expect(imageHeader(bytes(start, scan, data, end))).toEqual({ reason: 'broken' });
  });
});
