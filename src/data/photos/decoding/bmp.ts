import type { Rows } from '../resize';
import { bmpRuns } from './bmpRuns';
import { paletteRows } from './paletteRows';
import { UnsupportedPicture } from './unsupportedPicture';

/** The layouts of colours in a pixel that Pillow knows: masks of red, green, blue, alpha. */
const layouts: Readonly<Record<number, readonly (readonly number[])[]>> = {
  16: [
    [0xf800, 0x7e0, 0x1f, 0],
    [0x7c00, 0x3e0, 0x1f, 0],
  ],
  24: [[0xff0000, 0xff00, 0xff, 0]],
  32: [
    [0xff0000, 0xff00, 0xff, 0],
    [0xff000000, 0xff0000, 0xff00, 0],
    [0xff000000, 0xff00, 0xff, 0],
    [0xff000000, 0xff0000, 0xff00, 0xff],
    [0xff, 0xff00, 0xff0000, 0xff000000],
    [0xff0000, 0xff00, 0xff, 0xff000000],
    [0xff000000, 0xff00, 0xff, 0xff0000],
  ],
};
const usual: Readonly<Record<number, readonly number[]>> = {
  16: [0x7c00, 0x3e0, 0x1f, 0],
  24: [0xff0000, 0xff00, 0xff, 0],
  32: [0xff0000, 0xff00, 0xff, 0],
};

/** What of a pixel a mask takes, as 0 … 255; the alpha of a picture without any is 255. */
function partOf(mask: number): (pixel: number) => number {
  if (mask === 0) return () => 255;
  const shift = 31 - Math.clz32(mask & -mask);
  const most = mask >>> shift;
  return (pixel) => Math.floor((((pixel & mask) >>> shift) * 255) / most);
}

/**
 * The pixels of a BMP as Pillow opens it, in 1, 4, 8, 16, 24 or 32 bits, run-length encoded too; the fourth byte of 32
 * bits is an alpha only where masks say so. Throws for a damaged file, and `UnsupportedPicture` for other kinds.
 */
export function decodeBmp(bytes: Uint8Array): Rows {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = view.getUint32(14, true);
  const old = headerSize === 12;
  if (!old && ![40, 52, 56, 64, 108, 124].includes(headerSize)) throw new UnsupportedPicture('a header of its own');
  const width = old ? view.getUint16(18, true) : view.getUint32(18, true);
  const stored = old ? view.getUint16(20, true) : view.getInt32(22, true);
  const [height, upright] = [Math.abs(stored), stored < 0];
  const bits = view.getUint16(old ? 24 : 28, true);
  const compression = old ? 0 : view.getUint32(30, true);
  const runs = compression === 1 || compression === 2;
  if (![1, 4, 8, 16, 24, 32].includes(bits) || (compression !== 0 && compression !== 3 && !runs))
    throw new UnsupportedPicture(`${bits} bits, compression ${compression}`);
  const offset = view.getUint32(10, true);
  const stride = ((width * bits + 31) >> 5) * 4;
  const rowAt = (y: number) => (upright ? y : height - 1 - y);
  if (bits <= 8) {
    const each = old ? 3 : 4;
    const colours = (old ? 0 : view.getUint32(46, true)) || 1 << bits;
    const table = 14 + headerSize;
    const indices = runs
      ? bmpRuns(bytes.subarray(offset), width, height, compression === 2)
      : unpacked(bytes.subarray(offset), { width, height, bits, stride });
    const ordered = new Uint8Array(indices.length);
    for (let y = 0; y < height; y++) {
      ordered.set(indices.subarray(rowAt(y) * width, (rowAt(y) + 1) * width), y * width);
    }
    return paletteRows(ordered, width, height, (index) =>
      index < colours ? [2, 1, 0].map((part) => bytes[table + index * each + part] ?? 0).concat(255) : [0, 0, 0, 255],
    );
  }
  const masks = compression === 3 ? masksOf(view, headerSize, bits) : usual[bits]!;
  if (bytes.length < offset + stride * (height - 1) + Math.ceil((width * bits) / 8))
    throw new Error('This BMP is cut off.');
  const parts = masks.map(partOf);
  const size = bits / 8;
  const row = new Uint8Array(width * 4);
  return {
    width,
    height,
    row(y) {
      let at = offset + rowAt(y) * stride;
      for (let x = 0; x < width; x++, at += size) {
        let pixel = 0;
        for (let byte = size - 1; byte >= 0; byte--) pixel = ((pixel << 8) | bytes[at + byte]!) >>> 0;
        for (let part = 0; part < 4; part++) row[x * 4 + part] = parts[part]!(pixel);
      }
      return row;
    },
  };
}

function masksOf(view: DataView, headerSize: number, bits: number): readonly number[] {
  // The oldest header with masks has those of the three colours behind it.
  const count = headerSize >= 56 ? 4 : 3;
  const found = [0, 1, 2, 3].map((part) => (part < count ? view.getUint32(54 + part * 4, true) : 0));
  if (bits === 32 && found.every((mask) => mask === 0)) return layouts[32]![5]!;
  const known = layouts[bits]!.find((layout) =>
    layout.every((mask, part) => mask === found[part] || (part === 3 && bits < 32)),
  );
  if (known === undefined) throw new UnsupportedPicture('colours in places of their own');
  return known;
}

interface Packed {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly stride: number;
}

/** One byte for each index, rows in the order of the file. */
function unpacked(data: Uint8Array, { width, height, bits, stride }: Packed): Uint8Array {
  if (data.length < stride * (height - 1) + Math.ceil((width * bits) / 8)) throw new Error('This BMP is cut off.');
  const indices = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const bit = x * bits;
      indices[y * width + x] = (data[y * stride + (bit >> 3)]! >> (8 - bits - (bit & 7))) & (2 ** bits - 1);
    }
  }
  return indices;
}
