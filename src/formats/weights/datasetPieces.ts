import type { Dataset } from 'h5wasm';
import type { Hdf5Library } from './hdf5Library';

/** Values are read in pieces of this many bytes: h5wasm's memory grows to the largest piece and never shrinks. */
const pieceBytes = 2 ** 20;

const [integer, real] = [0, 1];

/** A kind of number that is read: whole numbers, and floating point of 32 and 64 bits. */
export function isReadable({ metadata: { type, size } }: Dataset): boolean {
  return type === integer || (type === real && size >= 4);
}

/**
 * The values of a dataset in order. A piece is memory of the reader's own: it is good until the next one is asked for.
 * Throws what h5wasm throws where the file has no such bytes.
 */
export function* datasetPieces(library: Hdf5Library, dataset: Dataset): Generator<Float32Array<ArrayBuffer>> {
  const { type, size } = dataset.metadata;
  const shape = dataset.shape ?? [];
  const length = shape.reduce((product, axis) => product * axis, 1);
  if (length === 0) return;
  const rows = shape[0] ?? 1;
  const rowLength = length / rows;
  const rowsAtOnce = Math.min(rows, Math.max(1, Math.floor(pieceBytes / (rowLength * size))));
  const plain = type === real && size === 4 && shape.length > 0;
  const read = plain ? inPlace(library, dataset, rowsAtOnce * rowLength) : copied(dataset);
  try {
    for (let row = 0; row < rows; row += rowsAtOnce) yield read.rows(row, Math.min(rows, row + rowsAtOnce));
  } finally {
    read.free();
  }
}

interface Reading {
  rows(start: number, end: number): Float32Array<ArrayBuffer>;
  free(): void;
}

/** Where the file has what is wanted, one buffer serves for all pieces: copies of 553 MB would wait for the collector. */
function inPlace({ module }: Hdf5Library, { file_id: file, path, shape }: Dataset, longest: number): Reading {
  const [, ...rest] = shape ?? [];
  const rowLength = rest.reduce((product, axis) => product * axis, 1);
  const place = module._malloc(longest * 4);
  if (place === 0) throw new Error(`The reader has no room for ${longest * 4} bytes.`);
  const axes = rest.map(BigInt);
  const noOffset = rest.map(() => 0n);
  const everyOne = [1n, ...rest.map(() => 1n)];
  return {
    rows(start, end) {
      const count = [BigInt(end - start), ...axes];
      const status = module.get_dataset_data(file, path, count, [BigInt(start), ...noOffset], everyOne, BigInt(place));
      if (status < 0) throw new Error(`${path} has no values from row ${start} to ${end}.`);
      // Its memory may have grown while it read: only now is this where the values are.
      return new Float32Array(module.HEAPU8.buffer as ArrayBuffer, place, (end - start) * rowLength);
    },
    free: () => module._free(place),
  };
}

/** Numbers of another kind are made into ours. */
function copied(dataset: Dataset): Reading {
  const [, ...rest] = dataset.shape ?? [];
  return {
    rows: (start, end) =>
      float32(dataset.shape?.length ? dataset.slice([[start, end], ...rest.map((): [] => [])]) : dataset.value),
    free() {},
  };
}

function float32(from: unknown): Float32Array<ArrayBuffer> {
  if (typeof from === 'number' || typeof from === 'bigint') return Float32Array.of(Number(from));
  if (from instanceof BigInt64Array || from instanceof BigUint64Array) return Float32Array.from(from, Number);
  return Float32Array.from(from as ArrayLike<number>);
}
