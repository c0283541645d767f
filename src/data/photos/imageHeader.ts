import type { LeftOut } from './photos';

/** What a file's first bytes say: its size in pixels as stored, before EXIF turns it; or why it is no photo. */
export type Header =
  | {
      readonly format: 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'avif';
      readonly width: number;
      readonly height: number;
    }
  | { readonly reason: LeftOut['reason'] };

const broken: Header = { reason: 'broken' };
const unsupported: Header = { reason: 'unsupportedFormat' };

const textAt = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/**
 * Reads the size of a picture without decoding it, and sees whether a JPEG or PNG is whole: browsers show the upper half
 * of a torn file as if nothing were missing. Formats that no browser decodes everywhere (TIFF, PSD, HEIC, JPEG XL, JPEG
 * 2000) and drawings (SVG) are `unsupportedFormat`.
 */
export function imageHeader(bytes: Uint8Array): Header {
  if (bytes.length === 0) return { reason: 'empty' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = textAt(bytes, 0, 16);
  try {
    if (start.startsWith('\xff\xd8\xff')) return jpeg(view);
    if (start.startsWith('\x89PNG\r\n\x1a\n')) return png(view, bytes);
    if (start.startsWith('GIF8')) return gif(view);
    if (start.startsWith('BM')) return bmp(view);
    if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return webp(view, bytes);
    if (start.slice(4, 8) === 'ftyp') return isoMedia(view, bytes);
  } catch (error) {
    // Reading past the end: the file stops within its header.
    if (error instanceof RangeError) return broken;
    throw error;
  }
  const other = ['II*\0', 'MM\0*', '8BPS', '\xff\x0a', '\0\0\0\x0cJXL', '\0\0\0\x0cjP'];
  if (other.some((signature) => start.startsWith(signature))) return unsupported;
  const text = new TextDecoder().decode(bytes.subarray(0, 1000)).trimStart();
  return /^(<\?xml[^>]*>\s*)?(<!--[^]*?-->\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/i.test(text)
    ? unsupported
    : { reason: 'notAnImage' };
}

/** Is it a HEIC photo, as phones take them? */
export const isHeic = (bytes: Uint8Array): boolean =>
  textAt(bytes, 4, 4) === 'ftyp' &&
  /hei[cfmsx]|hevc|mif1/.test(textAt(bytes, 8, 60)) &&
  !/avi[fs]/.test(textAt(bytes, 8, 60));

type Format = Extract<Header, { format: string }>['format'];
const sized = (format: Format, width: number, height: number): Header =>
  width > 0 && height > 0 ? { format, width, height } : broken;

/** Marker by marker up to the end of the image, through the entropy-coded data of every scan. */
function jpeg(view: DataView): Header {
  let size: Header = broken;
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return broken;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at += 1;
    else if (marker === 0xd9) return size;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2;
    else {
      const frame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
      if (frame) size = sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
      at += 2 + view.getUint16(at + 2);
      if (marker === 0xda) at = afterScan(view, at);
    }
  }
}

/** Where the next marker stands that is neither a stuffed 0 nor a restart. */
function afterScan(view: DataView, from: number): number {
  for (let at = from; ; at++) {
    if (view.getUint8(at) !== 0xff) continue;
    const next = view.getUint8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
}

function png(view: DataView, bytes: Uint8Array): Header {
  if (textAt(bytes, 12, 4) !== 'IHDR') return broken;
  const size = sized('png', view.getUint32(16), view.getUint32(20));
  let data = false;
  for (let at = 8; ; at += 12 + view.getUint32(at)) {
    const name = textAt(bytes, at + 4, 4);
    if (name === 'IEND') return data ? size : broken;
    data ||= name === 'IDAT';
  }
}

/** The screen, or the first frame where that is larger: browsers widen the screen for it. */
function gif(view: DataView): Header {
  const [width, height, flags] = [view.getUint16(6, true), view.getUint16(8, true), view.getUint8(10)];
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1));
  while (view.getUint8(at) === 0x21) {
    for (at += 2; view.getUint8(at) !== 0;) at += 1 + view.getUint8(at);
    at += 1;
  }
  if (view.getUint8(at) !== 0x2c || width === 0 || height === 0) return broken;
  const reach = (start: number, size: number) => view.getUint16(at + start, true) + view.getUint16(at + size, true);
  return sized('gif', Math.max(width, reach(1, 5)), Math.max(height, reach(3, 7)));
}

function bmp(view: DataView): Header {
  const old = view.getUint32(14, true) === 12;
  return old
    ? sized('bmp', view.getUint16(18, true), view.getUint16(20, true))
    : sized('bmp', Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true)));
}

function webp(view: DataView, bytes: Uint8Array): Header {
  if (view.getUint32(4, true) + 8 > bytes.length) return broken;
  const chunk = textAt(bytes, 12, 4);
  if (chunk === 'VP8 ') return sized('webp', view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (chunk === 'VP8L') {
    const bits = view.getUint32(21, true);
    return sized('webp', (bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
  }
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
  return chunk === 'VP8X' ? sized('webp', three(24), three(27)) : broken;
}

/** AVIF says its size in `ispe` boxes (the largest is the picture, others are tiles or thumbnails); HEIC is not for browsers. */
function isoMedia(view: DataView, bytes: Uint8Array): Header {
  const brands = textAt(bytes, 8, Math.min(view.getUint32(0), 200) - 8);
  if (!/avi[fs]/.test(brands)) return /mif1|hei[cfsx]|hevc/.test(brands) ? unsupported : { reason: 'notAnImage' };
  let [width, height] = [0, 0];
  const most = Math.min(bytes.length - 16, 100_000);
  for (let at = 0; at < most; at++) {
    if (view.getUint32(at) !== 0x69737065) continue;
    width = Math.max(width, view.getUint32(at + 8));
    height = Math.max(height, view.getUint32(at + 12));
  }
  return sized('avif', width, height);
}
