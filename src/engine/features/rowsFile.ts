import type { FeatureFile } from './featureRows';

/** Whose the rows of a file are. */
export interface Index {
  readonly ids: readonly string[];
  readonly numbers: number;
  readonly secondsPerPicture: number;
  /** When it was last opened, in milliseconds since 1970. */
  readonly used: number;
}

/** A file of a worker that can be read and written without waiting. */
export interface Handle {
  read(into: ArrayBufferView, options: { at: number }): number;
  write(from: ArrayBufferView, options: { at: number }): number;
  truncate(size: number): void;
  getSize(): number;
  flush(): void;
  close(): void;
}

/** Bytes that are written or read at once: a call costs about as much for 4 MB as for a row of a few numbers. */
const blockBytes = 4 * 2 ** 20;

export function readIndex(handle: Handle): Index | null {
  const bytes = new Uint8Array(handle.getSize());
  handle.read(bytes, { at: 0 });
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Index;
  } catch {
    // Empty, or cut off by a crash: what it told of is computed anew.
    return null;
  }
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

/** Does something on the disk; false when there is no room. */
export function fits(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (isFull(error)) return false;
    throw error;
  }
}

const full = () => new DOMException('The disk is full.', 'QuotaExceededError');

/** Throws a `QuotaExceededError` when not all bytes find room. */
function write(handle: Handle, bytes: ArrayBufferView, at: number): void {
  if (handle.write(bytes, { at }) < bytes.byteLength) {
    throw full();
  }
}

/** Throws as `write` does; the text before is then still there. */
function writeIndex(handle: Handle, text: string): void {
  const before = new Uint8Array(handle.getSize());
  handle.read(before, { at: 0 });
  const bytes = new TextEncoder().encode(text);
  try {
    write(handle, bytes, 0);
    handle.truncate(bytes.byteLength);
  } catch (error) {
    // The old text has its room still.
    handle.truncate(before.byteLength);
    handle.write(before, { at: 0 });
    throw error;
  } finally {
    handle.flush();
  }
}

/** Rows of one model on disk. New ones wait in memory until there is a block of them. */
export class RowsFile implements FeatureFile {
  private readonly rowBytes: number;
  private readonly perBlock: number;
  private readonly waiting: Float32Array<ArrayBuffer>;
  /** Ids of the rows that wait: the last ones of `ids`. */
  private fresh: string[] = [];

  constructor(
    private readonly rows: Handle,
    private readonly index: Handle,
    readonly ids: Map<string, number>,
    private readonly numbers: number,
    readonly secondsPerPicture: number,
  ) {
    this.rowBytes = numbers * 4;
    this.perBlock = Math.max(1, Math.floor(blockBytes / this.rowBytes));
    this.waiting = new Float32Array(this.perBlock * numbers);
  }

  /** Rows that are on the disk. */
  private get written(): number {
    return this.ids.size - this.fresh.length;
  }

  read(place: number, into: Float32Array<ArrayBuffer>): void {
    const { numbers, written, rowBytes } = this;
    const row = into.subarray(0, numbers);
    if (place < written) this.rows.read(row, { at: place * rowBytes });
    else row.set(this.waiting.subarray((place - written) * numbers, (place - written + 1) * numbers));
  }

  readMany(wanted: ReadonlySet<string>, take: (id: string, values: Float32Array<ArrayBuffer>) => void): void {
    const { numbers, perBlock, rowBytes } = this;
    this.flush();
    const ids = [...this.ids.keys()];
    const block = new Float32Array(Math.min(perBlock, ids.length) * numbers);
    for (let first = 0; first < ids.length; first += perBlock) {
      const own = ids.slice(first, first + perBlock);
      if (!own.some((id) => wanted.has(id))) continue;
      this.rows.read(block.subarray(0, own.length * numbers), { at: first * rowBytes });
      own.forEach((id, row) => wanted.has(id) && take(id, block.slice(row * numbers, (row + 1) * numbers)));
    }
  }

  append(id: string, values: Float32Array<ArrayBuffer>): void {
    this.waiting.set(values, this.fresh.length * this.numbers);
    this.ids.set(id, this.ids.size);
    this.fresh.push(id);
    if (this.fresh.length === this.perBlock) this.flush();
  }

  save(secondsPerPicture: number): void {
    const { numbers } = this;
    const all = this.ids.size;
    // What found room before is worth keeping, though the last block did not.
    fits(() => this.flush());
    this.rows.flush();
    for (;;) {
      const text = JSON.stringify({ ids: [...this.ids.keys()], numbers, secondsPerPicture, used: Date.now() });
      if (fits(() => writeIndex(this.index, text))) break;
      if (this.written === 0) throw full();
      this.shorten(text.length);
    }
    if (this.ids.size < all) throw full();
  }

  /** Gives the room of some rows up for the list of those before. */
  private shorten(bytes: number): void {
    const dropped = [...this.ids.keys()].slice(-Math.ceil(bytes / this.rowBytes));
    for (const id of dropped) this.ids.delete(id);
    this.rows.truncate(this.written * this.rowBytes);
  }

  private flush(): void {
    const { written, fresh, rowBytes } = this;
    if (fresh.length === 0) return;
    this.fresh = [];
    try {
      write(this.rows, this.waiting.subarray(0, fresh.length * this.numbers), written * rowBytes);
    } catch (error) {
      for (const id of fresh) this.ids.delete(id);
      this.rows.truncate(written * rowBytes);
      throw error;
    }
  }

  close(): void {
    this.rows.close();
    this.index.close();
  }
}
