import type { Dataset, File } from 'h5wasm';
import { type Hdf5Library, hdf5Library } from './hdf5Library';
import { type Hdf5Place, placeHdf5 } from './hdf5Place';
import { type FileTensor, WeightFileError } from './weightFile';

/** Values are read in pieces of this size: h5wasm's memory grows to the largest piece and never shrinks. */
const pieceBytes = 16 * 2 ** 20;

/** An open HDF5 file; paths have `/` between names and none in front. */
export class Hdf5File {
  readonly #library: Hdf5Library;
  readonly #file: File;
  readonly #place: Hdf5Place;
  #open = true;

  private constructor(
    readonly name: string,
    library: Hdf5Library,
    file: File,
    place: Hdf5Place,
  ) {
    this.#library = library;
    this.#file = file;
    this.#place = place;
  }

  /** Throws `WeightFileError('truncated')` where the end is missing or the inside is broken. */
  static async open(name: string, blob: Blob): Promise<Hdf5File> {
    const library = await hdf5Library();
    const place = await placeHdf5(blob, library);
    try {
      return new Hdf5File(name, library, new library.File(place.path, 'r'), place);
    } catch {
      place.remove();
      throw new WeightFileError({ code: 'truncated', name });
    }
  }

  /** Names in a group, in the file's order; empty where there is no such group. */
  children(path: string): readonly string[] {
    const group = this.#get(path);
    return group instanceof this.#library.Group ? group.keys() : [];
  }

  isTensor(path: string): boolean {
    return this.#get(path) instanceof this.#library.Dataset;
  }

  /** A text attribute of a group; null where there is none. */
  text(path: string, attribute: string): string | null {
    const value = this.#attribute(path, attribute);
    return typeof value === 'string' ? value : null;
  }

  /**
   * A list of texts; null where there is none. Long ones are cut into `name0`, `name1`, … because an attribute holds 64 KB.
   */
  texts(path: string, attribute: string): readonly string[] | null {
    const whole = this.#attribute(path, attribute);
    if (whole !== undefined) return listOf(whole);
    const parts: string[] = [];
    for (let part = 0; ; part++) {
      const value = this.#attribute(path, `${attribute}${part}`);
      if (value === undefined) return part === 0 ? null : parts;
      parts.push(...listOf(value));
    }
  }

  /** A tensor, known by `name` within its layer. Throws `WeightFileError('truncated')` where it is missing. */
  tensor(path: string, name: string): FileTensor {
    const dataset = this.#get(path);
    if (!(dataset instanceof this.#library.Dataset)) throw this.#truncated();
    return { name, shape: dataset.shape ?? [], read: async () => this.#values(dataset, path) };
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#file.close();
    this.#place.remove();
  }

  #get(path: string) {
    try {
      return path === '' ? this.#file : this.#file.get(path);
    } catch {
      throw this.#truncated();
    }
  }

  #attribute(path: string, attribute: string): unknown {
    const group = this.#get(path);
    if (!(group instanceof this.#library.Group)) return undefined;
    try {
      return group.attrs[attribute]?.value;
    } catch {
      throw this.#truncated();
    }
  }

  #values(dataset: Dataset, path: string): Float32Array<ArrayBuffer> {
    if (!this.#open) throw new Error(`${this.name} is closed.`);
    const { type, size } = dataset.metadata;
    const [integer, real] = [0, 1];
    if (!(type === integer || (type === real && size >= 4))) {
      const kind = typeof dataset.dtype === 'string' ? dataset.dtype : 'compound';
      throw new WeightFileError({ code: 'unsupportedType', name: `${this.name}: ${path}`, type: kind });
    }
    const shape = dataset.shape ?? [];
    const values = new Float32Array(shape.reduce((product, length) => product * length, 1));
    if (values.length === 0) return values;
    try {
      const rows = shape[0] ?? 1;
      const rowLength = values.length / rows;
      const rowsAtOnce = Math.max(1, Math.floor(pieceBytes / (rowLength * size)));
      if (shape.length === 0 || rowsAtOnce >= rows) return filled(values, dataset.value, 0);
      for (let row = 0; row < rows; row += rowsAtOnce) {
        const end = Math.min(rows, row + rowsAtOnce);
        filled(values, dataset.slice([[row, end], ...shape.slice(1).map((): [] => [])]), row * rowLength);
      }
      return values;
    } catch {
      throw this.#truncated();
    }
  }

  #truncated(): WeightFileError {
    return new WeightFileError({ code: 'truncated', name: this.name });
  }
}

const listOf = (value: unknown): string[] => {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
};

function filled(values: Float32Array<ArrayBuffer>, from: unknown, at: number): Float32Array<ArrayBuffer> {
  if (typeof from === 'number' || typeof from === 'bigint') values[at] = Number(from);
  else if (from instanceof BigInt64Array || from instanceof BigUint64Array) values.set(Array.from(from, Number), at);
  else values.set(from as ArrayLike<number>, at);
  return values;
}
