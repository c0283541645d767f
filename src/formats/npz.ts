import { type Zippable, strToU8, zip } from 'fflate';

/** One array as numpy has it: row-major, as many values as the shape says. */
export interface NumpyArray {
  readonly shape: readonly number[];
  readonly values: Uint8Array | Uint16Array | Float32Array;
}

/** The format's magic bytes, version 1.0, and what the header's length is a multiple of. */
const magic = [0x93, ...strToU8('NUMPY'), 1, 0];
const alignment = 64;

function typeOf(values: NumpyArray['values']): string {
  if (values instanceof Float32Array) return '<f4';
  return values instanceof Uint16Array ? '<u2' : '|u1';
}

/** One value after the other as little-endian bytes, whatever the machine. */
function bytesOf(values: NumpyArray['values']): Uint8Array {
  if (values instanceof Uint8Array) return values;
  const view = new DataView(new ArrayBuffer(values.byteLength));
  const wide = values instanceof Float32Array;
  for (let place = 0; place < values.length; place++) {
    if (wide) view.setFloat32(place * 4, values[place]!, true);
    else view.setUint16(place * 2, values[place]!, true);
  }
  return new Uint8Array(view.buffer);
}

/**
 * One array as the bytes of a `.npy` file, version 1.0 (numpy.lib.format). Throws `RangeError` where shape and number of
 * values do not fit.
 */
export function npy({ shape, values }: NumpyArray): Uint8Array<ArrayBuffer> {
  const size = shape.reduce((product, axis) => product * axis, 1);
  if (size !== values.length) throw new RangeError(`${values.length} values do not fill [${shape.join(', ')}].`);
  const axes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const said = `{'descr': '${typeOf(values)}', 'fortran_order': False, 'shape': (${axes}), }`;
  const lead = magic.length + 2;
  const padded = Math.ceil((lead + said.length + 1) / alignment) * alignment - lead;
  const header = strToU8(`${said.padEnd(padded - 1)}\n`);
  const bytes = new Uint8Array(lead + padded + values.byteLength);
  bytes.set(magic);
  bytes.set([padded & 0xff, padded >> 8], magic.length);
  bytes.set(header, lead);
  bytes.set(bytesOf(values), lead + padded);
  return bytes;
}

/**
 * Arrays by name as a compressed `.npz`, which `numpy.load` opens without pickle; the same bytes whenever it is written.
 * Rejects with `RangeError` where an array does not fill its shape.
 */
export async function npz(arrays: Readonly<Record<string, NumpyArray>>): Promise<Uint8Array<ArrayBuffer>> {
  const entries: Zippable = {};
  for (const [name, array] of Object.entries(arrays)) entries[`${name}.npy`] = npy(array);
  return new Promise((resolve, reject) => {
    // A zip keeps local time: the same fields in every zone.
    zip(entries, { mtime: new Date(1980, 0, 1) }, (error, bytes) =>
      error ? reject(error) : resolve(new Uint8Array(bytes)),
    );
  });
}
