import type { Dataset, File } from 'h5wasm';
import { datasetPieces, isReadable } from './datasetPieces';
import { deepestGroups, mostParts, valueCount } from './fileBounds';
import { type Hdf5Library, hdf5Library } from './hdf5Library';
import { type Hdf5Place, placeHdf5 } from './hdf5Place';
import { type FileTensor, WeightFileError } from './weightFile';

/** An open HDF5 file; paths have `/` between names and none in front. Whatever it throws is a `WeightFileError`. */
export class Hdf5File {
  readonly #library: Hdf5Library;
  readonly #file: File;
  readonly #place: Hdf5Place;
  readonly #alive: () => void;
  #parts = 0;
  #open = true;

  private constructor(
    readonly name: string,
    library: Hdf5Library,
    file: File,
    place: Hdf5Place,
    alive: () => void,
  ) {
    this.#library = library;
    this.#file = file;
    this.#place = place;
    this.#alive = alive;
  }

  /**
   * `alive` is called whenever the library has answered. Throws `WeightFileError('truncated')` where the end is missing or
   * the inside is broken.
   */
  static async open(name: string, blob: Blob, alive: () => void = () => undefined): Promise<Hdf5File> {
    const library = await hdf5Library();
    const place = await placeHdf5(blob, library);
    alive();
    try {
      return new Hdf5File(name, library, new library.File(place.path, 'r'), place, alive);
    } catch {
      place.remove();
      throw new WeightFileError({ code: 'truncated', name });
    }
  }

  /** Names in a group, in the file's order; empty where there is no such group. Throws `WeightFileError('truncated' | 'tooDeep' | 'tooMany')`. */
  children(path: string): readonly string[] {
    if (path.split('/').length > deepestGroups) {
      throw new WeightFileError({ code: 'tooDeep', name: this.name, most: deepestGroups });
    }
    const names = this.#asked(() => {
      const group = this.#get(path);
      return group instanceof this.#library.Group ? group.keys() : [];
    });
    if (this.#parts + names.length > mostParts) this.#tooMany();
    return names;
  }

  isTensor(path: string): boolean {
    return this.#asked(() => this.#get(path) instanceof this.#library.Dataset);
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
      for (const text of listOf(value)) parts.push(text);
      if (parts.length > mostParts) this.#tooMany();
    }
  }

  /** A tensor, known by `name` within its layer. Throws `WeightFileError('truncated' | 'tooLarge')` where it is missing or cannot be. */
  tensor(path: string, name: string): FileTensor {
    const [dataset, shape] = this.#asked(() => {
      const found = this.#get(path);
      if (!(found instanceof this.#library.Dataset)) throw this.#truncated();
      return [found, found.shape ?? []] as const;
    });
    valueCount(shape, this.name);
    return { name, shape, pieces: () => this.#pieces(dataset, path) };
  }

  /** Throws `WeightFileError('truncated')` where the file is broken in a way that shows only now. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    try {
      this.#asked(() => this.#file.close());
    } finally {
      this.#place.remove();
    }
  }

  #get(path: string) {
    if (++this.#parts > mostParts) this.#tooMany();
    return path === '' ? this.#file : this.#file.get(path);
  }

  #attribute(path: string, attribute: string): unknown {
    return this.#asked(() => {
      const group = this.#get(path);
      return group instanceof this.#library.Group ? group.attrs[attribute]?.value : undefined;
    });
  }

  /** The library says what is wrong with a file in words of its own, which mean nothing to anybody. */
  #asked<T>(question: () => T): T {
    try {
      return question();
    } catch (error) {
      throw error instanceof WeightFileError ? error : this.#truncated();
    } finally {
      this.#alive();
    }
  }

  async *#pieces(dataset: Dataset, path: string): AsyncGenerator<Float32Array<ArrayBuffer>> {
    if (!this.#open) throw new Error(`${this.name} is closed.`);
    const type = this.#asked(() => {
      if (isReadable(dataset)) return null;
      return typeof dataset.dtype === 'string' ? dataset.dtype : 'compound';
    });
    if (type !== null) throw new WeightFileError({ code: 'unsupportedType', name: `${this.name}: ${path}`, type });
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
    return this.#asked(() => {
      const { value, done } = pieces.next();
      return done ? null : value;
    });
  }

  #tooMany(): never {
    throw new WeightFileError({ code: 'tooMany', name: this.name, most: mostParts });
  }

  #truncated(): WeightFileError {
    return new WeightFileError({ code: 'truncated', name: this.name });
  }
}

const listOf = (value: unknown): string[] => {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item) => typeof item === 'string');
};
