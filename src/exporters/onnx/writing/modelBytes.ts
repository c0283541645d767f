import {
  type Attribute,
  type Body,
  type Initializer,
  type Node,
  type OnnxModel,
  type Port,
  elementTypes,
  fileVersion,
  opset,
} from '../graph/parts';
import { type Field, type Message, encoded, message, sizeOf } from './messages';

// Numbers of fields and attribute types: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

function attributeMessage(name: string, value: Attribute): Message {
  const all = (type: number, fields: readonly Field[]) => message([1, name], ...fields, [20, type]);
  if (typeof value === 'number') return all(2, [[3, value]]);
  if (typeof value === 'string') return all(3, [[4, value]]);
  if ('float' in value) return all(1, [[2, { float: value.float }]]);
  if ('body' in value) return all(5, [[6, graphMessage(value.body, [])]]);
  const texts = value.every((one) => typeof one === 'string');
  return texts
    ? all(
        8,
        value.map((one) => [9, one]),
      )
    : all(
        7,
        (value as readonly number[]).map((one) => [8, one]),
      );
}

const nodeMessage = ({ op, name, inputs, outputs, attributes }: Node) =>
  message(
    ...inputs.map((value): Field => [1, value?.name ?? '']),
    ...outputs.map((value): Field => [2, value?.name ?? '']),
    [3, name],
    [4, op],
    ...Object.entries(attributes).map(([key, value]): Field => [5, attributeMessage(key, value)]),
  );

/** Numbers as they lie in the file, little-endian. */
function rawBytes(values: Float32Array | BigInt64Array): Uint8Array {
  const { buffer, byteOffset, byteLength } = values;
  return new Uint8Array(buffer, byteOffset, byteLength);
}

const tensorMessage = ({ name, dims, type, values }: Initializer) =>
  message(...dims.map((size): Field => [1, size]), [2, elementTypes[type]], [8, name], [9, rawBytes(values())]);

function portMessage({ value: { name, type }, dims }: Port): Message {
  const shape = dims.map((size): Field => {
    if (size === null) return [1, message()];
    return [1, typeof size === 'number' ? message([1, size]) : message([2, size])];
  });
  const tensor = message([1, elementTypes[type]], [2, message(...shape)]);
  return message([1, name], [2, message([1, tensor])]);
}

function graphMessage(
  { name, nodes, inputs, outputs }: Body,
  initializers: readonly Initializer[],
  between: readonly Port[] = [],
): Message {
  return message(
    ...nodes.map((node): Field => [1, nodeMessage(node)]),
    [2, name || 'model'],
    ...initializers.map((initializer): Field => [5, tensorMessage(initializer)]),
    ...inputs.map((port): Field => [11, portMessage(port)]),
    ...outputs.map((port): Field => [12, portMessage(port)]),
    ...between.map((port): Field => [13, portMessage(port)]),
  );
}

/** The model as an `.onnx` file. */
export function modelBytes(model: OnnxModel): Uint8Array<ArrayBuffer> {
  const pieces = encoded(
    message(
      [1, fileVersion],
      [2, 'DeepBrick'],
      [7, graphMessage(model, model.initializers, model.between)],
      [8, message([2, opset])],
      ...Object.entries(model.metadata).map(([key, value]): Field => [14, message([1, key], [2, value])]),
    ),
  );
  const bytes = new Uint8Array(sizeOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
