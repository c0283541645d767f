/** A file in a zip; its bytes are unpacked only when asked for. */
export interface ZipEntry {
  /** Its path, with `/` between folders. */
  readonly name: string;
  /** Bytes, unpacked. */
  readonly size: number;
  /** Bytes that it takes in the zip. */
  readonly packed: number;
  /** Its bytes lie in the zip as they are, and take no more room when it is opened. */
  readonly stored: boolean;
  /** Throws `ZipError`. */
  open(): Promise<Blob>;
}

/** Thrown for a file that is no zip, is cut off or lies about its sizes; `method` where an entry is packed in a way that is not read. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly method: number | null;

  constructor(message: string, { method = null, ...options }: ErrorOptions & { readonly method?: number | null } = {}) {
    super(message, options);
    this.method = method;
  }
}

// The format, with its fields' places, is PKWARE's APPNOTE 4.3.
const signatures = {
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
  directory: 0x02014b50,
  local: 0x04034b50,
};
const lengths = { end: 22, end64: 56, locator64: 20, directory: 46, local: 30 };
const methods = { stored: 0, deflated: 8 };
const longestComment = 0xffff;
/** A field of 32 bits that says so stands wide elsewhere. */
const wide = 0xffffffff;
/** The list of entries is held in memory: half a million files with usual names. */
const longestDirectory = 64 * 2 ** 20;

const viewOf = async (blob: Blob, from: number, length: number) =>
  new DataView(await blob.slice(from, from + length).arrayBuffer());

/** Numbers of 64 bits; beyond 2⁵³ they lie outside every file, whatever the last digits are. */
const wideAt = (view: DataView, at: number) => Number(view.getBigUint64(at, true));

async function directoryOf(zip: Blob): Promise<DataView<ArrayBuffer>> {
  const start = Math.max(0, zip.size - lengths.end - longestComment - lengths.locator64);
  const tail = await viewOf(zip, start, zip.size);
  for (let at = tail.byteLength - lengths.end; at >= 0; at--) {
    if (tail.getUint32(at, true) !== signatures.end) continue;
    let [size, offset] = [tail.getUint32(at + 12, true), tail.getUint32(at + 16, true)];
    const locator = at - lengths.locator64;
    if (locator >= 0 && tail.getUint32(locator, true) === signatures.locator64) {
      const large = await viewOf(zip, wideAt(tail, locator + 8), lengths.end64);
      if (large.byteLength < lengths.end64 || large.getUint32(0, true) !== signatures.end64) continue;
      [size, offset] = [wideAt(large, 40), wideAt(large, 48)];
    }
    // The signature can also stand in the comment by chance.
    if (offset + size > zip.size) continue;
    if (size > longestDirectory) throw new ZipError('too many entries');
    return viewOf(zip, offset, size);
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

/** The extra field that holds what is too large for 32 bits; null where there is none. */
function wideField(directory: DataView, from: number, to: number): { from: number; to: number } | null {
  for (let at = from; at + 4 <= to;) {
    const end = at + 4 + directory.getUint16(at + 2, true);
    if (directory.getUint16(at, true) === 1 && end <= to) return { from: at + 4, to: end };
    at = end;
  }
  return null;
}

interface Place {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly header: number;
}

/**
 * What is in a zip, without reading it: stored entries are slices of the Blob, so that the weights of a `.keras` file stay
 * where they are, and a zip of any size takes the memory of one entry. Folders and what macOS adds are left out. Zip64 is
 * read. Throws `ZipError`.
 */
export async function zipEntries(zip: Blob): Promise<readonly ZipEntry[]> {
  const directory = await directoryOf(zip);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.byteLength;) {
    const broken = () => new ZipError('broken directory');
    if (at + lengths.directory > directory.byteLength || directory.getUint32(at, true) !== signatures.directory)
      throw broken();
    const nameEnd = at + lengths.directory + directory.getUint16(at + 28, true);
    const extraEnd = nameEnd + directory.getUint16(at + 30, true);
    const end = extraEnd + directory.getUint16(at + 32, true);
    if (end > directory.byteLength) throw broken();
    const extra = wideField(directory, nameEnd, extraEnd);
    let next = extra?.from ?? 0;
    // In this order, and only those that do not fit.
    const [size, packed, header] = [24, 20, 42].map((field) => {
      const value = directory.getUint32(at + field, true);
      if (value !== wide) return value;
      if (extra === null || next + 8 > extra.to) throw broken();
      next += 8;
      return wideAt(directory, next - 8);
    }) as [number, number, number];
    const place = { method: directory.getUint16(at + 10, true), packed, size, header };
    const start = at + lengths.directory;
    const name = nameOf(new Uint8Array(directory.buffer, start, nameEnd - start)).replaceAll('\\', '/');
    at = end;
    if (name.endsWith('/') || name.startsWith('__MACOSX/')) continue;
    entries.push({ name, size, packed, stored: place.method === methods.stored, open: () => unpacked(zip, place) });
  }
  return entries;
}

async function unpacked(zip: Blob, { method, packed, size, header }: Place): Promise<Blob> {
  const truncated = () => new ZipError('truncated');
  const local = await viewOf(zip, header, lengths.local);
  if (local.byteLength < lengths.local || local.getUint32(0, true) !== signatures.local) throw truncated();
  const start = header + lengths.local + local.getUint16(26, true) + local.getUint16(28, true);
  const bytes = zip.slice(start, start + packed);
  if (bytes.size < packed || (method === methods.stored && packed !== size)) throw truncated();
  if (method === methods.stored) return bytes;
  if (method !== methods.deflated) throw new ZipError(`method ${method}`, { method });
  // A few bytes can unpack to gigabytes: no more is taken than the directory says.
  let taken = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(piece, controller) {
      taken += piece.byteLength;
      if (taken > size) controller.error(truncated());
      else controller.enqueue(piece);
    },
  });
  const inflated = bytes.stream().pipeThrough(new DecompressionStream('deflate-raw')).pipeThrough(counted);
  const whole = await new Response(inflated).blob().catch(() => {
    throw truncated();
  });
  if (whole.size !== size) throw truncated();
  return whole;
}
