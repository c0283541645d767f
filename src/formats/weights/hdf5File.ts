import type { Dataset, File } from 'h5wasm';
import { datasetPieces, isReadable } from './datasetPieces';
import { type Hdf5Library, hdf5Library } from './hdf5Library';
import { type Hdf5Place, placeHdf5 } from './hdf5Place';
import { type FileTensor, WeightFileError } from './weightFile';

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
    return { name, shape: dataset.shape ?? [], pieces: () => this.#pieces(dataset, path) };
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

  async *#pieces(dataset: Dataset, path: string): AsyncGenerator<Float32Array<ArrayBuffer>> {
    if (!this.#open) throw new Error(`${this.name} is closed.`);
    if (!isReadable(dataset)) {
      const type = typeof dataset.dtype === 'string' ? dataset.dtype : 'compound';
      throw new WeightFileError({ code: 'unsupportedType', name: `${this.name}: ${path}`, type });
    }
    const pieces = datasetPieces(this.#library, dataset);
    try {
      for (;;) {
        const piece = this.#next(pieces);
        if (piece === null) return;
        yield piece;
      }
    } finally {
      pieces.return(undefined);
    }
  }

  #next(pieces: Generator<Float32Array<ArrayBuffer>>): Float32Array<ArrayBuffer> | null {
    try {
      const { value, done } = pieces.next();
      return done ? null : value;
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
