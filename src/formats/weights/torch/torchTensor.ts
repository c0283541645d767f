import { WeightFileError } from '../weightFile';
import { valueCount } from '../fileBounds';

/** A tensor of a `state_dict`; it is read when it is asked for. */
export interface TorchTensorRecord {
  readonly shape: readonly number[];
  /** As float32, row by row. Throws `WeightFileError('truncated')`. */
  read(): Promise<Float32Array<ArrayBuffer>>;
}

/** What a model of PyTorch has learned, by name: `features.0.weight`. */
export type StateDict = ReadonlyMap<string, TorchTensorRecord>;

type Decode = (view: DataView, at: number) => number;

/** IEEE 754 half precision. */
function half(bits: number): number {
  const [sign, exponent, fraction] = [bits & 0x8000 ? -1 : 1, (bits >> 10) & 0x1f, bits & 0x3ff];
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

const brain = new DataView(new ArrayBuffer(4));

/** The upper half of a float32. */
function bfloat(bits: number): number {
  brain.setUint32(0, bits * 2 ** 16);
  return brain.getFloat32(0);
}

/** Number types by their names in `.safetensors`: bytes of each, and how they are read. */
export const numberTypes: Readonly<Record<string, readonly [bytes: number, decode: Decode]>> = {
  F64: [8, (view, at) => view.getFloat64(at, true)],
  F32: [4, (view, at) => view.getFloat32(at, true)],
  F16: [2, (view, at) => half(view.getUint16(at, true))],
  BF16: [2, (view, at) => bfloat(view.getUint16(at, true))],
  I64: [8, (view, at) => Number(view.getBigInt64(at, true))],
  I32: [4, (view, at) => view.getInt32(at, true)],
  I16: [2, (view, at) => view.getInt16(at, true)],
  I8: [1, (view, at) => view.getInt8(at)],
  U8: [1, (view, at) => view.getUint8(at)],
  BOOL: [1, (view, at) => view.getUint8(at)],
};

/** Where the numbers of a tensor lie among bytes: counted in numbers. */
export interface Layout {
  readonly type: string;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
}

export const rowStrides = (shape: readonly number[]) =>
  shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));

/** A tensor among bytes. Throws `WeightFileError('unsupportedType' | 'truncated' | 'tooLarge')` where there is none such. */
export function tensorRecord(
  file: string,
  name: string,
  { type, shape, strides, offset }: Layout,
  bytes: Blob,
): TorchTensorRecord {
  const known = Object.hasOwn(numberTypes, type) ? numberTypes[type] : undefined;
  if (!known) throw new WeightFileError({ code: 'unsupportedType', name: `${file}: ${name}`, type });
  const [size, decode] = known;
  const count = valueCount(shape, file);
  const whole = (value: number) => Number.isSafeInteger(value) && value >= 0;
  const last = shape.reduce((sum, length, axis) => sum + (length - 1) * strides[axis]!, offset);
  const isInside =
    count === 0 || (whole(offset) && strides.every(whole) && whole(last) && (last + 1) * size <= bytes.size);
  if (!isInside || strides.length !== shape.length) throw new WeightFileError({ code: 'truncated', name: file });
  return {
    shape,
    async read() {
      const values = new Float32Array(count);
      if (count === 0) return values;
      const part = bytes.slice(offset * size, (last + 1) * size);
      const view = new DataView(await part.arrayBuffer());
      const index = shape.map(() => 0);
      for (let at = 0, from = 0; at < count; at++) {
        values[at] = decode(view, from * size);
        for (let axis = shape.length - 1; axis >= 0; axis--) {
          index[axis]!++;
          from += strides[axis]!;
          if (index[axis]! < shape[axis]!) break;
          from -= strides[axis]! * shape[axis]!;
          index[axis] = 0;
        }
      }
      return values;
    },
  };
}
