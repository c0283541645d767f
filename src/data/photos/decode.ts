import { bitmapRows } from './decoding/bitmapRows';
import { nearlyUniform } from './decoding/nearlyUniform';
import { ownRows } from './decoding/ownRows';
import { imageHeader } from './imageHeader';
import { type Rows, sized } from './resize';

/** A decoded picture; it must be closed. */
export interface Decoded extends Rows {
  close(): void;
}

/** The longer side of a thumbnail, and of what it is made of: fine lines do not vanish on the way. */
const thumbnailSide = 128;
const reducedSide = 512;

/**
 * The pixels of a file as Keras's `load_img` reads them: as they are stored, neither turned by a mark of the camera nor
 * brought into another space of colours, transparent ones in the colour they have. Rejects where it cannot be decoded.
 */
export async function decode(file: Blob): Promise<Decoded> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const header = imageHeader(bytes);
  const own = 'format' in header ? await ownRows(header.format, bytes) : null;
  return own === null ? bitmapRows(bytes) : { ...own, close: () => undefined };
}

/** A small WebP of a picture, its longer side 128 pixels. */
async function thumbnailOf(picture: Rows): Promise<Blob> {
  const longer = Math.max(picture.width, picture.height);
  const sizes = (side: number) =>
    [picture.width, picture.height].map((each) => Math.max(1, Math.round(each * Math.min(1, side / longer)))) as [
      number,
      number,
    ];
  const [across, down] = sizes(reducedSide);
  const reduced = sized(picture, [down, across, 4], 'bilinear');
  // As a model sees it: nothing shows through.
  const pixels = Uint8ClampedArray.from(reduced, (value, at) => (at % 4 === 3 ? 255 : value));
  const bitmap = await createImageBitmap(new ImageData(pixels, across, down));
  const [width, height] = sizes(thumbnailSide);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser gives no 2D canvas.');
  context.imageSmoothingQuality = 'medium';
  context.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
}

/** Looks at a photo once: its size, a thumbnail, and whether there is anything to see. */
export async function lookAt(file: Blob) {
  const picture = await decode(file);
  try {
    const { width, height } = picture;
    return { width, height, thumbnail: await thumbnailOf(picture), uniform: nearlyUniform(picture) };
  } finally {
    picture.close();
  }
}
