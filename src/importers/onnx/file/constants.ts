import { type Field, eachField } from './messages';
import { OnnxBeside, type OnnxConstant, OnnxDamaged, OnnxType } from './onnxGraph';

/** Bytes of files beside the model's, by the name that it calls them. */
export type Beside = ReadonlyMap<string, Uint8Array>;

/** Bytes of a number by `TensorProto.DataType`, and how they are read. Source: onnx.proto. */
const types: Readonly<Record<number, readonly [bytes: number, read: (view: DataView, at: number) => number]>> = {
  1: [4, (view, at) => view.getFloat32(at, true)],
  2: [1, (view, at) => view.getUint8(at)],
  3: [1, (view, at) => view.getInt8(at)],
  4: [2, (view, at) => view.getUint16(at, true)],
  5: [2, (view, at) => view.getInt16(at, true)],
  6: [4, (view, at) => view.getInt32(at, true)],
  7: [8, (view, at) => Number(view.getBigInt64(at, true))],
  9: [1, (view, at) => view.getUint8(at)],
  10: [2, (view, at) => half(view.getUint16(at, true))],
  11: [8, (view, at) => view.getFloat64(at, true)],
  12: [4, (view, at) => view.getUint32(at, true)],
  16: [2, (view, at) => brain(view.getUint16(at, true))],
};
/** Types whose numbers are read as float32. */
const floating = new Set([1, 10, 11, 16]);

/** A float16 in its 16 bits (IEEE 754). */
function half(bits: number): number {
  const [sign, exponent, part] = [bits >> 15 === 0 ? 1 : -1, (bits >> 10) & 31, bits & 1023];
  if (exponent === 31) return part === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * part * 2 ** -24 : sign * (1 + part / 1024) * 2 ** (exponent - 15);
}

/** A bfloat16: the upper half of a float32. */
function brain(bits: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, bits << 16);
  return view.getFloat32(0);
}

interface Parts {
  readonly dims: number[];
  readonly numbers: number[];
  type: number;
  name: string;
  raw: Uint8Array | null;
  readonly beside: Map<string, string>;
}

/** Where a tensor's numbers lie, by the field's number. */
const take: Readonly<Record<number, (parts: Parts, field: Field) => void>> = {
  1: (parts, field) => void parts.dims.push(...field.ints()),
  2: (parts, field) => void (parts.type = field.int()),
  4: (parts, field) => append(parts.numbers, field.floats()),
  5: (parts, field) => append(parts.numbers, field.ints()),
  7: (parts, field) => append(parts.numbers, field.ints()),
  8: (parts, field) => void (parts.name = field.text()),
  9: (parts, field) => void (parts.raw = field.bytes()),
  10: (parts, field) => append(parts.numbers, field.doubles()),
  13: (parts, field) => {
    let [key, value] = ['', ''];
    eachField(field.bytes(), (entry) => {
      if (entry.number === 1) key = entry.text();
      else if (entry.number === 2) value = entry.text();
    });
    parts.beside.set(key, value);
  },
};

function append(numbers: number[], more: readonly number[]): void {
  for (const number of more) numbers.push(number);
}

/** A `TensorProto`, and its name. Throws `OnnxDamaged`, `OnnxBeside`, `OnnxType`. */
export function readConstant(
  bytes: Uint8Array,
  beside: Beside,
): { readonly name: string; readonly constant: OnnxConstant } {
  const parts: Parts = { dims: [], numbers: [], type: 0, name: '', raw: null, beside: new Map() };
  eachField(bytes, (field) => take[field.number]?.(parts, field));
  const { dims, name, type } = parts;
  const raw = parts.beside.has('location') ? rawBeside(parts, beside) : parts.raw;
  const count = dims.reduce((product, size) => product * size, 1);
  const values = raw === null ? stored(parts) : fromBytes(raw, type, name);
  if (dims.some((size) => size < 0) || values.length !== count) {
    throw new OnnxDamaged(`${name} has ${values.length} numbers instead of ${count}.`);
  }
  return { name, constant: { dims, values } };
}

/** The bytes of a tensor in a file beside the model's. */
function rawBeside({ beside }: Parts, files: Beside): Uint8Array {
  const location = beside.get('location')!;
  const file = files.get(location);
  if (file === undefined) throw new OnnxBeside(location);
  const start = Number(beside.get('offset') ?? 0);
  const length = Number(beside.get('length') ?? file.length - start);
  if (!(start >= 0 && length >= 0 && start + length <= file.length)) throw new OnnxDamaged(`${location} is too short.`);
  return file.subarray(start, start + length);
}

/** Numbers that stand one by one; of 16 bits each stands as a whole number. */
function stored({ numbers, type, name }: Parts): OnnxConstant['values'] {
  if (types[type] === undefined) throw new OnnxType(name, type);
  const meant = type === 10 ? numbers.map(half) : type === 16 ? numbers.map(brain) : numbers;
  return floating.has(type) ? Float32Array.from(meant) : meant;
}

function fromBytes(raw: Uint8Array, type: number, name: string): OnnxConstant['values'] {
  const kind = types[type];
  if (kind === undefined) throw new OnnxType(name, type);
  const [size, read] = kind;
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  const count = Math.floor(raw.length / size);
  const values = floating.has(type) ? new Float32Array(count) : Array.from({ length: count }, () => 0);
  for (let at = 0; at < count; at++) values[at] = read(view, at * size);
  return values;
}
