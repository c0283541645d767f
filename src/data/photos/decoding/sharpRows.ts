import type sharp from 'sharp';
import type { Rows } from '../resize';

/**
 * The pixels of a picture that the package sharp decodes, as Keras's `load_img` reads them: not turned, without regard to
 * a profile of colours, printing colours as Pillow makes them red, green and blue. Rejects where it cannot be decoded.
 */
export async function sharpRows(library: typeof sharp, bytes: Uint8Array): Promise<Rows> {
  const picture = () => library(bytes, { failOn: 'error', ignoreIcc: true });
  const { space } = await picture().metadata();
  const printed = space === 'cmyk';
  const decoded = printed
    ? picture().pipelineColourspace('cmyk').toColourspace('cmyk')
    : picture().toColourspace('srgb').ensureAlpha();
  const { data, info } = await decoded.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const row = new Uint8Array(width * 4);
  return {
    width,
    height,
    row(y) {
      const from = y * width * channels;
      if (!printed) return data.subarray(from, from + width * 4);
      for (let x = 0; x < width; x++) {
        const at = from + x * channels;
        const light = 255 - data[at + 3]!;
        for (let part = 0; part < 3; part++) row[x * 4 + part] = light - Math.round((data[at + part]! * light) / 255);
        row[x * 4 + 3] = 255;
      }
      return row;
    },
  };
}
