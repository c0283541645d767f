import type { Rows } from '../resize';
import { pngChunks } from './pngChunks';
import { pngPixels } from './pngPixels';

/** Channels by the type of colour: grey, colour, palette, grey with alpha, colour with alpha. */
export const pngChannels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * The pixels of a PNG as Pillow opens it: colours as they are stored, whatever gamma, profile or transparency say; of 16
 * bits the upper 8, but a grey of 16 bits keeps all. An animation is its first picture. Throws for a damaged file.
 */
export async function decodePng(bytes: Uint8Array<ArrayBuffer>): Promise<Rows> {
  const { width, height, bits, colour, interlaced, palette, transparency, data } = pngChunks(bytes);
  const channels = pngChannels[colour]!;
  const pixels = await pngPixels(data, { width, height, pixelBits: bits * channels, interlaced });
  const stride = Math.ceil((width * bits * channels) / 8);
  const sixteenBits = colour === 0 && bits === 16;
  const row = sixteenBits ? new Uint16Array(width * 4) : new Uint8Array(width * 4);
  const step = bits === 16 ? 2 : 1;
  const largest = 2 ** Math.min(bits, 8) - 1;
  const scale = colour === 3 ? 1 : 255 / largest;
  // One value of each colour that is transparent; of a palette one alpha for each of its colours.
  const clear = colour === 3 ? null : transparency;

  /** A sample, the upper byte of 16 bits, small ones scaled to 0 … 255. */
  const sample = (start: number, index: number) => {
    if (bits >= 8) return pixels[start + index * step]!;
    const bit = index * bits;
    return ((pixels[start + (bit >> 3)]! >> (8 - bits - (bit & 7))) & largest) * scale;
  };
  const put = (at: number, red: number, green: number, blue: number, alpha: number) => {
    row[at] = red;
    row[at + 1] = green;
    row[at + 2] = blue;
    row[at + 3] = alpha;
  };
  let shown = -1;
  return {
    width,
    height,
    ...(sixteenBits ? { sixteenBits } : {}),
    row(y) {
      if (y === shown) return row;
      shown = y;
      const start = y * stride;
      for (let x = 0; x < width; x++) {
        const at = x * channels;
        const first = sample(start, at);
        if (colour === 3) {
          // Beyond its palette Pillow goes on in grey.
          const known = first * 3 + 2 < palette.length;
          const part = (channel: number) => (known ? palette[first * 3 + channel]! : first);
          put(x * 4, part(0), part(1), part(2), transparency?.[first] ?? 255);
        } else if (sixteenBits) {
          const value = first * 256 + pixels[start + x * 2 + 1]!;
          put(x * 4, value, value, value, 255);
        } else if (channels < 3) {
          const alpha = channels === 2 ? sample(start, at + 1) : clear !== null && clear[1] === first ? 0 : 255;
          put(x * 4, first, first, first, alpha);
        } else {
          const [green, blue] = [sample(start, at + 1), sample(start, at + 2)];
          const through = clear !== null && clear[1] === first && clear[3] === green && clear[5] === blue;
          put(x * 4, first, green, blue, channels === 4 ? sample(start, at + 3) : through ? 0 : 255);
        }
      }
      return row;
    },
  };
}
