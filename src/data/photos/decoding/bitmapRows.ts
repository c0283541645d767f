import type { Rows } from '../resize';
import { hasAlpha, withoutOrientation } from './storedOrientation';
import { straightPixels } from './straightPixels';

/** Bytes of decoded rows that are held at a time. */
const bandBytes = 16 * 2 ** 20;

type Closable = Rows & { close(): void };

/** The pixels of a file that the browser decodes, as they are stored. Rejects where it cannot. */
export async function bitmapRows(bytes: Uint8Array<ArrayBuffer>): Promise<Closable> {
  const stored = withoutOrientation(bytes);
  const bitmap = await createImageBitmap(new Blob([stored]), {
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });
  const { width, height } = bitmap;
  const straight = hasAlpha(stored) ? straightPixels(bitmap) : null;
  if (straight === null) return { ...bandsOf(bitmap), close: () => bitmap.close() };
  bitmap.close();
  const row = (y: number) => straight.subarray(y * width * 4, (y + 1) * width * 4);
  return { width, height, row, close: () => undefined };
}

/** The rows of a decoded photo, some at a time, so that one of 100 megapixels does not take its size a second time. */
function bandsOf(bitmap: ImageBitmap): Rows {
  const { width, height } = bitmap;
  const many = Math.max(2, Math.min(height, Math.floor(bandBytes / (width * 4))));
  const context = new OffscreenCanvas(width, many).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  context.globalCompositeOperation = 'copy';
  let [first, last] = [0, 0];
  let band = new Uint8ClampedArray();
  return {
    width,
    height,
    row(y) {
      if (y < first || y >= last) {
        // From one row above: bilinear neighbours come in pairs.
        first = Math.max(0, Math.min(y - 1, height - many));
        last = Math.min(height, first + many);
        context.drawImage(bitmap, 0, first, width, last - first, 0, 0, width, last - first);
        band = context.getImageData(0, 0, width, last - first).data;
      }
      return band.subarray((y - first) * width * 4, (y - first + 1) * width * 4);
    },
  };
}
