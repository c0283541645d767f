import type { Rows } from '../resize';
import { paletteRows } from './paletteRows';

const damaged = () => new Error('This GIF is damaged or cut off.');

/** Blocks of data up to an empty one, as one. */
function blocks(bytes: Uint8Array, from: number): { readonly data: Uint8Array; readonly end: number } {
  const pieces: Uint8Array[] = [];
  let at = from;
  for (; bytes[at]; at += 1 + bytes[at]!) pieces.push(bytes.subarray(at + 1, at + 1 + bytes[at]!));
  const data = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const piece of pieces) {
    data.set(piece, to);
    to += piece.length;
  }
  return { data, end: at + 1 };
}

/** Undoes LZW into so many indices of colours. Throws where there are fewer. */
function unpacked(data: Uint8Array, least: number, count: number): Uint8Array {
  // Codes have at most 12 bits.
  if (least > 11) throw damaged();
  const clear = 1 << least;
  const [before, last, length] = [new Uint16Array(4096), new Uint8Array(4096), new Uint16Array(4096)];
  for (let code = 0; code < clear; code++) [last[code], length[code]] = [code, 1];
  const result = new Uint8Array(count);
  let [to, at, held, bits] = [0, 0, 0, 0];
  let [size, next, previous] = [least + 1, clear + 2, -1];
  while (to < count) {
    for (; bits < size; bits += 8) {
      if (at >= data.length) throw damaged();
      held |= data[at++]! << bits;
    }
    const code = held & ((1 << size) - 1);
    held >>>= size;
    bits -= size;
    if (code === clear) [size, next, previous] = [least + 1, clear + 2, -1];
    else if (code === clear + 1) throw damaged();
    else {
      if (code > next || (code === next && previous < 0) || (code > clear && length[code] === 0 && code < next))
        throw damaged();
      const known = code < next && (code < clear || code > clear + 1);
      const source = known ? code : previous;
      const long = length[source]!;
      let first = source;
      for (let place = long - 1; ; place--, first = before[first]!) {
        if (to + place < count) result[to + place] = last[first]!;
        if (place === 0) break;
      }
      if (!known && to + long < count) result[to + long] = last[first]!;
      to += known ? long : long + 1;
      if (previous >= 0 && next < 4096) {
        [before[next], last[next], length[next]] = [previous, last[first]!, length[previous]! + 1];
        next++;
        if (next === 1 << size && size < 12) size++;
      }
      previous = code;
    }
  }
  return result;
}

/** The order of rows of an interlaced picture. */
const interlacedRows = (height: number) =>
  [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ].flatMap(([first, step]) =>
    Array.from({ length: Math.max(0, Math.ceil((height - first!) / step!)) }, (_, at) => first! + at * step!),
  );

/**
 * The first picture of a GIF as Pillow opens it: transparent pixels have the colour that the palette gives them, and what
 * the picture leaves free of the screen is transparent, or else the first colour. Throws for a damaged file.
 */
export function decodeGif(bytes: Uint8Array): Rows {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const table = (at: number, flags: number) =>
    (flags & 0x80) === 0 ? null : bytes.subarray(at, at + (3 << ((flags & 7) + 1)));
  const global = table(13, bytes[10]!);
  let at = 13 + (global?.length ?? 0);
  let clear: number | null = null;
  for (; bytes[at] === 0x21;) {
    if (bytes[at + 1] === 0xf9) clear = (bytes[at + 3]! & 1) === 1 ? bytes[at + 6]! : null;
    at = blocks(bytes, at + 2).end;
  }
  if (bytes[at] !== 0x2c) throw damaged();
  const [left, top, columns, rows] = [1, 3, 5, 7].map((part) => view.getUint16(at + part, true)) as [
    number,
    number,
    number,
    number,
  ];
  const width = Math.max(view.getUint16(6, true), left + columns);
  const height = Math.max(view.getUint16(8, true), top + rows);
  const flags = bytes[at + 9]!;
  const local = table(at + 10, flags);
  const palette = local ?? global;
  at += 10 + (local?.length ?? 0);
  const indices = unpacked(blocks(bytes, at + 1).data, bytes[at]!, columns * rows);
  const screen = new Uint8Array(width * height).fill(clear ?? 0);
  const order = (flags & 0x40) === 0 ? Array.from({ length: rows }, (_, y) => y) : interlacedRows(rows);
  order.forEach((y, place) =>
    screen.set(indices.subarray(place * columns, (place + 1) * columns), (top + y) * width + left),
  );
  return paletteRows(screen, width, height, (index) => [
    ...[0, 1, 2].map((part) => (palette === null ? index : (palette[index * 3 + part] ?? 0))),
    index === clear ? 0 : 255,
  ]);
}
