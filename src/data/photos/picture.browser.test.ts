import { afterEach, expect, test, vi } from 'vitest';
import { createPhotosClient } from './photosClient';

/** Left half white, right half black; PNG, so that every value comes back. */
async function picture(width: number, height: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width / 2, height);
  context.fillStyle = '#000';
  context.fillRect(width / 2, 0, width / 2, height);
  return canvas.convertToBlob();
}

afterEach(() => void vi.restoreAllMocks());

test('files to predict are decoded in the worker: photos, and drawings light on dark; what is no picture is none', async () => {
  const decoding = vi.spyOn(globalThis, 'createImageBitmap');
  const client = createPhotosClient();
  const ask = (file: Blob, channels: number, how: Parameters<typeof of>[0]) => client.ask(of(how, channels, file));
  const of = (
    how: { as: 'photo'; interpolation: 'nearest' } | { as: 'drawing'; invert: boolean | null },
    channels: number,
    file: Blob,
  ) => ({ type: 'picture', file, want: { size: { width: 4, height: 2, channels }, how } }) as const;

  const wide = await picture(400, 100);
  const photo = await ask(wide, 3, { as: 'photo', interpolation: 'nearest' });
  const row = [255, 255, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0];
  expect(photo).toMatchObject({ width: 4, height: 2, channels: 3 });
  expect([...photo!.values]).toEqual([...row, ...row]);

  const drawing = await ask(wide, 1, { as: 'drawing', invert: true });
  expect(drawing!.inverted).toBe(true);
  expect(Array.from(drawing!.values, (value) => value > 127)).toEqual([0, 0, 1, 1, 0, 0, 1, 1].map(Boolean));
  const byBorder = await ask(await picture(300, 100), 1, { as: 'drawing', invert: null });
  expect(byBorder!.inverted).toBe(false);
  expect(await ask(new Blob(['no picture']), 3, { as: 'photo', interpolation: 'nearest' })).toBeNull();
  expect(decoding).not.toHaveBeenCalled();
});
