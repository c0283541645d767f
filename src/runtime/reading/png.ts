import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';

/** A picture as grey bytes, row by row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array<ArrayBuffer>;
}

/** Any PNG as grey bytes. */
export function readGrey(path: string): GreyPicture {
  const { width, height, data } = PNG.sync.read(readFileSync(path));
  const pixels = new Uint8Array(width * height);
  for (let at = 0; at < pixels.length; at++) {
    const [red, green, blue] = [data[at * 4]!, data[at * 4 + 1]!, data[at * 4 + 2]!];
    pixels[at] = red === green && green === blue ? red : Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  }
  return { width, height, pixels };
}
