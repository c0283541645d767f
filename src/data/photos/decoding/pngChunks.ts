/** A PNG without its compression undone. */
export interface PngChunks {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly bits: number;
  readonly colour: number;
  readonly interlaced: boolean;
  /** Red, green and blue of each colour. */
  readonly palette: Uint8Array;
  /** The chunk `tRNS`. */
  readonly transparency: Uint8Array | null;
  /** The compressed pixels, in pieces. */
  readonly data: readonly Uint8Array<ArrayBuffer>[];
}

/** Which bits each type of colour may have. */
const allowed: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 255]!;
  return ~value >>> 0;
}

const damaged = (what: string) => new Error(`This PNG is damaged: ${what}.`);

/** Source: the PNG specification, third edition. Throws for a damaged file. */
export function pngChunks(bytes: Uint8Array<ArrayBuffer>): PngChunks {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array<ArrayBuffer>[] = [];
  let [palette, transparency]: [Uint8Array, Uint8Array | null] = [new Uint8Array(), null];
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw damaged('it is cut off');
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const content = bytes.subarray(at + 8, end);
    const critical = ['IHDR', 'PLTE', 'IDAT', 'tRNS'].includes(name);
    if (critical && checksum(bytes.subarray(at + 4, end)) !== view.getUint32(end)) throw damaged(`${name} is changed`);
    if (name === 'PLTE') palette = content;
    else if (name === 'tRNS') transparency = content;
    else if (name === 'IDAT') data.push(content);
    else if (name === 'IEND') break;
    at = end + 4;
  }
  const [bits, colour, interlace] = [24, 25, 28].map((place) => view.getUint8(place)) as [number, number, number];
  if (!allowed[colour]?.includes(bits) || data.length === 0) throw damaged('it has no pixels');
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return { width, height, bits, colour, interlaced: interlace === 1, palette, transparency, data };
}
