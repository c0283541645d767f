import { type Dataset, DatasetError } from '../dataset';
import { digitsFrom } from './digits';
import { publicFiles } from '../../formats/publicFiles';

/** One of the equal red, green and blue bytes of each grey pixel. */
function greyOf(rgba: Uint8ClampedArray): Uint8Array<ArrayBuffer> {
  const grey = new Uint8Array(rgba.length / 4);
  for (let pixel = 0; pixel < grey.length; pixel++) grey[pixel] = rgba[pixel * 4]!;
  return grey;
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new DatasetError(`${address}: ${response.status} ${response.statusText}`);
  return response;
}

/**
 * Loads the digits that are shipped with the page; works in the page and in the worker, and never asks another server.
 * Throws `DatasetError`, or what `fetch` and the picture decoder throw.
 */
export async function loadDigits(base = publicFiles()): Promise<Dataset> {
  const [picture, labels] = await Promise.all([
    fetched(`${base}digits.png`).then((response) => response.blob()),
    fetched(`${base}digits-labels.bin`).then((response) => response.arrayBuffer()),
  ]);
  const bitmap = await createImageBitmap(picture, { premultiplyAlpha: 'none', colorSpaceConversion: 'none' });
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
  bitmap.close();
  return digitsFrom(greyOf(data), new Uint8Array(labels));
}
