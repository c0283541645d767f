import { inflateSync } from 'fflate';
import { type Source, mostBytes } from './importPhotos';

/** Thrown for a file that is no zip, or one that cannot be listed. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
}

const mostEntries = 200_000;

async function viewOf(zip: Blob, from: number, to: number): Promise<DataView<ArrayBuffer>> {
  return new DataView(await zip.slice(from, to).arrayBuffer());
}

/** Where the list of entries stands (APPNOTE 4.3.16, 4.3.14 for zips over 4 GB). */
async function directoryOf(zip: Blob): Promise<DataView<ArrayBuffer>> {
  const start = Math.max(0, zip.size - 66_000);
  const end = await viewOf(zip, start, zip.size);
  for (let at = end.byteLength - 22; at >= 0; at--) {
    if (end.getUint32(at, true) !== 0x06054b50) continue;
    let [size, offset] = [end.getUint32(at + 12, true), end.getUint32(at + 16, true)];
    if (offset === 0xffffffff && at >= 20 && end.getUint32(at - 20, true) === 0x07064b50) {
      const place = Number(end.getBigUint64(at - 12, true));
      const large = await viewOf(zip, place, place + 56);
      [size, offset] = [Number(large.getBigUint64(40, true)), Number(large.getBigUint64(48, true))];
    }
    if (offset + size <= zip.size) return viewOf(zip, offset, offset + size);
  }
  throw new ZipError('no directory');
}

/** UTF-8 where it is; else Korean Windows, which writes names without saying so. */
function nameOf(bytes: Uint8Array<ArrayBuffer>): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('euc-kr').decode(bytes);
  }
}

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

async function unpacked(zip: Blob, { method, packed, size, offset }: Entry): Promise<Blob> {
  const local = await viewOf(zip, offset, offset + 30);
  const from = offset + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const content = zip.slice(from, from + packed);
  if (method === 0) return content;
  if (method !== 8) throw new ZipError(`method ${method}`);
  // No more is unpacked than the directory says: a zip bomb ends here.
  const out = new Uint8Array(size);
  return new Blob([inflateSync(new Uint8Array(await content.arrayBuffer()), { out })]);
}

/** The files of a zip, each unpacked when it is opened, so that a zip of any size takes the memory of one photo. Rejects with `ZipError`. */
export async function zipSources(zip: Blob, name: string): Promise<readonly Source[]> {
  const list = await directoryOf(zip);
  const sources: Source[] = [];
  for (let at = 0; at + 46 <= list.byteLength && sources.length < mostEntries;) {
    if (list.getUint32(at, true) !== 0x02014b50) throw new ZipError('broken directory');
    const [method, nameLength, extra, comment] = [10, 28, 30, 32].map((field) => list.getUint16(at + field, true));
    let [packed, size, offset] = [20, 24, 42].map((field) => list.getUint32(at + field, true)) as [
      number,
      number,
      number,
    ];
    const path = nameOf(new Uint8Array(list.buffer, at + 46, nameLength!)).replaceAll('\\', '/');
    const fields = at + 46 + nameLength!;
    if (extra! >= 4 && list.getUint16(fields, true) === 1) {
      let field = fields + 4;
      const wide = (value: number) => {
        if (value !== 0xffffffff) return value;
        field += 8;
        return Number(list.getBigUint64(field - 8, true));
      };
      [size, packed, offset] = [wide(size), wide(packed), wide(offset)];
    }
    at = fields + extra! + comment!;
    if (path.endsWith('/')) continue;
    const entry = { method: method!, packed, size, offset };
    sources.push({
      path: `${name}/${path}`,
      size: packed > mostBytes ? packed : size,
      open: () => unpacked(zip, entry),
    });
  }
  return sources;
}
