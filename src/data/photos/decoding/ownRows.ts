import type { Header } from '../imageHeader';
import type { Rows } from '../resize';

type Format = Extract<Header, { format: string }>['format'];

/**
 * The pixels of a picture in a format that browsers and libraries read otherwise than Pillow, which Keras's `load_img` uses
 * (they mix transparent colours with black, spread greys of 16 bits, or do not know the format at all); null for formats
 * that the platform reads alike. Throws for a damaged file.
 */
export async function ownRows(format: Format, bytes: Uint8Array<ArrayBuffer>): Promise<Rows | null> {
  switch (format) {
    case 'png':
      return (await import('./png')).decodePng(bytes);
    case 'gif':
      return (await import('./gif')).decodeGif(bytes);
    case 'bmp':
      return (await import('./bmp')).decodeBmp(bytes);
    default:
      return null;
  }
}
