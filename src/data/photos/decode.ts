import type { Rows } from './resize';

/** Bytes of decoded rows that are held at a time. */
const bandBytes = 16 * 2 ** 20;
const thumbnailSide = 128;

/** The pixels of a file as it is shown: turned by EXIF, colours as they are stored. Rejects where the browser cannot decode it. */
export const decode = (file: Blob): Promise<ImageBitmap> =>
  createImageBitmap(file, {
    imageOrientation: 'from-image',
    premultiplyAlpha: 'none',
    colorSpaceConversion: 'none',
  });

function contextOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  return context;
}

/** The rows of a decoded photo, some at a time, so that one of 100 megapixels does not take its size a second time. */
export function rowsOf(bitmap: ImageBitmap): Rows {
  const { width, height } = bitmap;
  const many = Math.max(2, Math.min(height, Math.floor(bandBytes / (width * 4))));
  const context = contextOf(width, many);
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

/** A small WebP of a photo, its longer side 128 pixels. */
export function thumbnailOf(bitmap: ImageBitmap): Promise<Blob> {
  const scale = Math.min(1, thumbnailSide / Math.max(bitmap.width, bitmap.height));
  const [width, height] = [bitmap.width, bitmap.height].map((size) => Math.max(1, Math.round(size * scale)));
  const context = contextOf(width!, height!);
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, width!, height!);
  return context.canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
}

/** Looks at a photo once: its size as it is shown, and a thumbnail. */
export async function lookAt(file: Blob) {
  const bitmap = await decode(file);
  try {
    return { width: bitmap.width, height: bitmap.height, thumbnail: await thumbnailOf(bitmap) };
  } finally {
    bitmap.close();
  }
}
