import { BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { OnnxDamaged } from './onnxGraph';

/** A field of a message as it is read: its number, and ways to take what is in it. */
export interface Field {
  readonly number: number;
  /** A message inside, as its bytes; also packed numbers. */
  bytes(): Uint8Array;
  text(): string;
  /** A whole number that float64 holds. */
  int(): number;
  float(): number;
  /** One number, or several that are packed. */
  ints(): readonly number[];
  floats(): readonly number[];
  doubles(): readonly number[];
}

/** Goes through the fields of a message; what is not taken is passed over. Throws `OnnxDamaged`. */
export function eachField(bytes: Uint8Array, take: (field: Field) => void): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [number, type] = read(() => reader.tag());
    const before = reader.pos;
    take(fieldOf(reader, number, type));
    if (reader.pos === before) read(() => reader.skip(type, number));
  }
}

function read<T>(take: () => T): T {
  try {
    return take();
  } catch (error) {
    throw new OnnxDamaged('The bytes are no ONNX model.', { cause: error });
  }
}

function fieldOf(reader: BinaryReader, number: number, type: WireType): Field {
  const wanted = (one: WireType) => {
    if (type !== one) throw new OnnxDamaged(`Field ${number} is of another kind.`);
  };
  const bytes = () => {
    wanted(WireType.LengthDelimited);
    return read(() => reader.bytes());
  };
  const several = (one: WireType, next: (from: BinaryReader) => number) => {
    if (type === one) return [read(() => next(reader))];
    const inside = new BinaryReader(bytes());
    const numbers: number[] = [];
    while (inside.pos < inside.len) numbers.push(read(() => next(inside)));
    return numbers;
  };
  const int = (from: BinaryReader) => Number(from.int64());
  return {
    number,
    bytes,
    text: () => new TextDecoder().decode(bytes()),
    int: () => {
      wanted(WireType.Varint);
      return read(() => int(reader));
    },
    float: () => {
      wanted(WireType.Bit32);
      return read(() => reader.float());
    },
    ints: () => several(WireType.Varint, int),
    floats: () => several(WireType.Bit32, (from) => from.float()),
    doubles: () => several(WireType.Bit64, (from) => from.double()),
  };
}
