import { type NamedBlob, WeightFileError } from './weightFile';

/** A file in a zip; its bytes are unpacked only when asked for. */
export interface ZipEntry {
  readonly name: string;
  /** Throws `WeightFileError('truncated')`. */
  open(): Promise<Blob>;
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 };
const methods = { stored: 0, deflated: 8 };
const endLength = 22;
const longestComment = 0xffff;

const viewOf = async (blob: Blob) => new DataView(await blob.arrayBuffer());

/**
 * What is in a zip, without reading it: stored entries are slices of the Blob, so that the weights of a `.keras` file
 * stay where they are. Throws `WeightFileError('truncated' | 'unsupportedType')`.
 */
export async function zipEntries({ name, blob }: NamedBlob): Promise<readonly ZipEntry[]> {
  const truncated = () => new WeightFileError({ code: 'truncated', name });
  const tail = await viewOf(blob.slice(Math.max(0, blob.size - endLength - longestComment)));
  let at = tail.byteLength - endLength;
  while (at >= 0 && tail.getUint32(at, true) !== signatures.end) at--;
  if (at < 0) throw truncated();
  const count = tail.getUint16(at + 10, true);
  const start = tail.getUint32(at + 16, true);
  const directory = await viewOf(blob.slice(start, start + tail.getUint32(at + 12, true)));
  const entries: ZipEntry[] = [];
  for (let place = 0, index = 0; index < count; index++) {
    if (place + 46 > directory.byteLength || directory.getUint32(place, true) !== signatures.directory)
      throw truncated();
    const method = directory.getUint16(place + 10, true);
    const packed = directory.getUint32(place + 20, true);
    const size = directory.getUint32(place + 24, true);
    const nameLength = directory.getUint16(place + 28, true);
    const extra = directory.getUint16(place + 30, true) + directory.getUint16(place + 32, true);
    const header = directory.getUint32(place + 42, true);
    if ([packed, size, header].includes(0xffffffff)) {
      throw new WeightFileError({ code: 'unsupportedType', name, type: 'zip64' });
    }
    if (place + 46 + nameLength > directory.byteLength) throw truncated();
    const path = new TextDecoder().decode(new Uint8Array(directory.buffer, place + 46, nameLength));
    place += 46 + nameLength + extra;
    if (path.endsWith('/') || path.startsWith('__MACOSX/')) continue;
    entries.push({ name: path, open: () => opened(name, blob, { method, packed, size, header }) });
  }
  return entries;
}

interface Packed {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly header: number;
}

async function opened(name: string, blob: Blob, { method, packed, size, header }: Packed): Promise<Blob> {
  const truncated = () => new WeightFileError({ code: 'truncated', name });
  const local = await viewOf(blob.slice(header, header + 30));
  if (local.byteLength < 30 || local.getUint32(0, true) !== signatures.local) throw truncated();
  const start = header + 30 + local.getUint16(26, true) + local.getUint16(28, true);
  const bytes = blob.slice(start, start + packed);
  if (bytes.size < packed) throw truncated();
  if (method === methods.stored) return bytes;
  if (method !== methods.deflated) {
    throw new WeightFileError({ code: 'unsupportedType', name, type: `zip method ${method}` });
  }
  // A few bytes can unpack to gigabytes: no more is taken than the directory says.
  let taken = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      taken += piece.byteLength;
      if (taken > size) controller.error(truncated());
      else controller.enqueue(piece);
    },
  });
  const unpacked = bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(counted);
  const whole = await new Response(unpacked).blob().catch(() => {
    throw truncated();
  });
  if (whole.size !== size) throw truncated();
  return whole;
}
