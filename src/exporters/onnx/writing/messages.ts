import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** A message of protobuf in pieces, so that large constants are copied once, at the end. */
export type Pieces = readonly Uint8Array[];

/** A field: its number and what is in it. Numbers are whole ones; lists are one field each. */
export type Field = readonly [number, number | bigint | string | Uint8Array | { readonly float: number } | Message];
export interface Message {
  readonly fields: readonly Field[];
}

export const message = (...fields: readonly Field[]): Message => ({ fields });

export const sizeOf = (pieces: Pieces) => pieces.reduce((size, piece) => size + piece.length, 0);

function head(number: number, type: WireType, write: (writer: BinaryWriter) => void): Uint8Array {
  const writer = new BinaryWriter().tag(number, type);
  write(writer);
  return writer.finish();
}

function withLength(number: number, pieces: Pieces): Pieces {
  return [head(number, WireType.LengthDelimited, (writer) => writer.uint32(sizeOf(pieces))), ...pieces];
}

function piecesOf([number, value]: Field): Pieces {
  if (typeof value === 'string') return withLength(number, [new TextEncoder().encode(value)]);
  if (value instanceof Uint8Array) return withLength(number, [value]);
  if (typeof value === 'object' && 'fields' in value) return withLength(number, encoded(value));
  if (typeof value === 'object') return [head(number, WireType.Bit32, (writer) => writer.float(value.float))];
  return [head(number, WireType.Varint, (writer) => writer.int64(value))];
}

/** The message's bytes, in protobuf's wire format. */
export const encoded = ({ fields }: Message): Pieces => fields.flatMap(piecesOf);
