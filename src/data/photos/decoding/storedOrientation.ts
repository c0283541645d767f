const isJpeg = (bytes: Uint8Array) => bytes[0] === 0xff && bytes[1] === 0xd8;
const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const isWebp = (bytes: Uint8Array) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP';

/**
 * The file without the marks that say how a camera was held (EXIF and XMP of JPEG and WebP): `load_img` does not turn by
 * them, and a decoder would.
 */
export function withoutOrientation(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (isJpeg(bytes)) return withoutSegments(bytes);
  if (!isWebp(bytes)) return bytes;
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 12; at + 8 <= copy.length;) {
    // Unknown chunks are passed over.
    if (['EXIF', 'XMP '].includes(textAt(copy, at, 4))) copy.set([0x4a, 0x55, 0x4e, 0x4b], at);
    const size = view.getUint32(at + 4, true);
    at += 8 + size + (size % 2);
  }
  return copy;
}

/** A JPEG without its segments APP1, which come before the first scan. */
function withoutSegments(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = bytes[at + 1] === 0xff ? at + 1 : at + 2 + view.getUint16(at + 2);
    if (bytes[at + 1] !== 0xe1) kept.push(bytes.subarray(at, end));
    at = end;
  }
  kept.push(bytes.subarray(at));
  const result = new Uint8Array(kept.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of kept) {
    result.set(part, to);
    to += part.length;
  }
  return result;
}

/** May pixels be transparent? Of WebP its header says it; AVIF names a second picture for it. */
export function hasAlpha(bytes: Uint8Array): boolean {
  if (isWebp(bytes)) {
    const chunk = textAt(bytes, 12, 4);
    if (chunk === 'VP8X') return (bytes[20]! & 0x10) !== 0;
    return chunk === 'VP8L' && (bytes[24]! & 0x10) !== 0;
  }
  return textAt(bytes, 4, 4) === 'ftyp' && textAt(bytes, 0, 4096).includes('auxiliary:alpha');
}
