import { type Beside, readConstant } from './constants';
import { eachField } from './messages';
import type { OnnxAttribute, OnnxConstant, OnnxGraph, OnnxNode, OnnxPort } from './onnxGraph';

// Numbers of fields: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto

type Open<T> = { -readonly [K in keyof T]: T[K] };

function attributeIn(bytes: Uint8Array, beside: Beside): readonly [name: string, attribute: OnnxAttribute] {
  let name = '';
  const [floats, ints, texts]: [number[], number[], string[]] = [[], [], []];
  const one: Open<Omit<OnnxAttribute, 'floats' | 'ints' | 'texts'>> = {};
  eachField(bytes, (field) => {
    if (field.number === 1) name = field.text();
    else if (field.number === 2) one.float = field.float();
    else if (field.number === 3) one.int = field.int();
    else if (field.number === 4) one.text = field.text();
    else if (field.number === 5) one.constant = readConstant(field.bytes(), beside).constant;
    else if (field.number === 7) floats.push(...field.floats());
    else if (field.number === 8) ints.push(...field.ints());
    else if (field.number === 9) texts.push(field.text());
  });
  return [name, { ...one, floats, ints, texts }];
}

function nodeIn(bytes: Uint8Array, beside: Beside): OnnxNode {
  let [name, op, domain] = ['', '', ''];
  const [inputs, outputs]: [string[], string[]] = [[], []];
  const attributes = new Map<string, OnnxAttribute>();
  eachField(bytes, (field) => {
    if (field.number === 1) inputs.push(field.text());
    else if (field.number === 2) outputs.push(field.text());
    else if (field.number === 3) name = field.text();
    else if (field.number === 4) op = field.text();
    else if (field.number === 5) attributes.set(...attributeIn(field.bytes(), beside));
    else if (field.number === 7) domain = field.text();
  });
  return { name, op, domain: domain === 'ai.onnx' ? '' : domain, inputs, outputs, attributes };
}

/** The sizes of a `TensorShapeProto`. */
function dimsIn(bytes: Uint8Array): (number | null)[] {
  const dims: (number | null)[] = [];
  eachField(bytes, (field) => {
    if (field.number !== 1) return;
    let size: number | null = null;
    eachField(field.bytes(), (inner) => {
      if (inner.number === 1) size = inner.int();
    });
    dims.push(size !== null && size <= 0 ? null : size);
  });
  return dims;
}

function portIn(bytes: Uint8Array): OnnxPort {
  let name = '';
  let type = 0;
  let dims: (number | null)[] | null = null;
  eachField(bytes, (field) => {
    if (field.number === 1) name = field.text();
    if (field.number !== 2) return;
    eachField(field.bytes(), (kind) => {
      if (kind.number !== 1) return;
      eachField(kind.bytes(), (tensor) => {
        if (tensor.number === 1) type = tensor.int();
        else if (tensor.number === 2) dims = dimsIn(tensor.bytes());
      });
    });
  });
  return { name, type, dims };
}

function graphIn(bytes: Uint8Array, opset: number, beside: Beside): OnnxGraph {
  let name = '';
  const nodes: OnnxNode[] = [];
  const constants = new Map<string, OnnxConstant>();
  const [inputs, outputs]: [OnnxPort[], OnnxPort[]] = [[], []];
  eachField(bytes, (field) => {
    if (field.number === 1) nodes.push(nodeIn(field.bytes(), beside));
    else if (field.number === 2) name = field.text();
    else if (field.number === 5) {
      const read = readConstant(field.bytes(), beside);
      constants.set(read.name, read.constant);
    } else if (field.number === 11) inputs.push(portIn(field.bytes()));
    else if (field.number === 12) outputs.push(portIn(field.bytes()));
  });
  return { name, opset, nodes, constants, inputs: inputs.filter((port) => !constants.has(port.name)), outputs };
}

/** The graph of an ONNX file; null where it has none. Throws `OnnxDamaged`, `OnnxBeside`, `OnnxType`. */
export function readModel(bytes: Uint8Array, beside: Beside): OnnxGraph | null {
  let graph: Uint8Array | null = null;
  let opset = 1;
  eachField(bytes, (field) => {
    if (field.number === 7) graph = field.bytes();
    if (field.number !== 8) return;
    let [domain, version] = ['', 1];
    eachField(field.bytes(), (inner) => {
      if (inner.number === 1) domain = inner.text();
      else if (inner.number === 2) version = inner.int();
    });
    if (domain === '' || domain === 'ai.onnx') opset = version;
  });
  return graph === null ? null : graphIn(graph, opset, beside);
}
