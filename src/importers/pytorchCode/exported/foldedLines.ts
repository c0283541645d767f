import type { OnnxAttribute, OnnxNode } from '../../onnx/file/onnxGraph';
import { type Trace, torchDomain } from '../trace/trace';

const int = (value: number): OnnxAttribute => ({ floats: [], ints: [], texts: [], int: value, float: value });
const ints = (values: readonly number[]): OnnxAttribute => ({ floats: values, ints: values, texts: [] });

/** Operators that one layer of several inputs is written with: `a + b + c`. */
const chains: Readonly<Record<string, readonly [op: string, domain: string]>> = {
  Add: ['Sum', ''],
  Mul: ['Product', torchDomain],
  Max: ['Max', ''],
  Min: ['Min', ''],
};

/** The nodes of one of our own projects, in which a line is a layer: what a layer's line computes becomes one node. */
export function foldedLines(nodes: readonly OnnxNode[], trace: Trace): readonly OnnxNode[] {
  const { lines, constants } = trace;
  const readers = new Map<string, number>();
  for (const { inputs } of nodes) for (const input of inputs) readers.set(input, (readers.get(input) ?? 0) + 1);
  const made = new Map(nodes.map((node) => [node.outputs[0]!, node]));
  const gone = new Set<string>();
  const lineOf = ({ outputs }: OnnxNode) => lines.get(outputs[0]!);
  const isFunction = ({ name, outputs }: OnnxNode) => trace.functions.has(name) || trace.renamed.has(outputs[0]!);
  /** The node before, where it belongs to the same line and nothing else takes it. */
  const before = (node: OnnxNode, at: number): OnnxNode | undefined => {
    const found = made.get(node.inputs[at] ?? '');
    const isSame = found && lineOf(found) === lineOf(node) && readers.get(found.outputs[0]!) === 1;
    return isSame && isFunction(found) ? found : undefined;
  };
  const put = (node: OnnxNode, replaced: readonly OnnxNode[]) => {
    for (const { outputs } of replaced) gone.add(outputs[0]!);
    made.set(node.outputs[0]!, node);
  };
  const single = (name: string | undefined) => {
    const constant = constants.get(name ?? '');
    return constant && constant.dims.length === 0 ? Number(constant.values[0]) : null;
  };
  for (const given of nodes) {
    const node = made.get(given.outputs[0]!)!;
    const first = before(node, 0);
    const number = single(node.inputs[1]);
    const chain = Object.hasOwn(chains, node.op) && node.domain === '' ? chains[node.op]! : null;
    const transposed = node.op === 'Pad' ? made.get(node.inputs[0]!) : undefined;
    if (transposed?.op === 'ConvTranspose' && readers.get(transposed.outputs[0]!) === 1) {
      const cut = cropped(transposed, node);
      if (cut !== null) put({ ...cut, outputs: node.outputs }, [transposed]);
    } else if (node.op === 'Div' && number !== null && first && /^(Add|Sum)$/.test(first.op)) {
      if (first.inputs.length === number)
        put({ ...first, name: node.name, op: 'Mean', outputs: node.outputs }, [first]);
    } else if (node.op === 'Mul' && number !== null) {
      put({ ...node, ...rescaled(node, number, 0) }, []);
    } else if (node.op === 'Add' && number !== null && first?.op === 'Rescaling') {
      put({ ...node, ...rescaled(first, first.attributes.get('scale')!.float!, number) }, [first]);
    } else if (chain && first && (first.op === node.op || first.op === chain[0]) && node.inputs.length === 2) {
      const inputs = [...first.inputs, node.inputs[1]!];
      put({ ...node, op: chain[0], domain: chain[1], inputs }, [first]);
    } else if (node.op === 'Slice' && first?.op === 'Slice') {
      put({ ...node, inputs: first.inputs, attributes: slices(first, node) }, [first]);
    } else if (node.op === 'Pad' && trace.renamed.has(node.outputs[0]!)) {
      put({ ...node, op: 'ZeroPadding', domain: torchDomain }, []);
    } else if (node.op === 'Transpose' && trace.renamed.has(node.outputs[0]!)) {
      put({ ...node, op: 'Permute', domain: torchDomain }, []);
    }
  }
  return nodes.flatMap(({ outputs }) => (gone.has(outputs[0]!) ? [] : [made.get(outputs[0]!)!]));
}

/** A transposed convolution with what `F.pad` takes off behind it; null where that puts anything on. */
function cropped(given: OnnxNode, pad: OnnxNode): OnnxNode | null {
  const outer = pad.attributes.get('pads')!.ints;
  const rank = outer.length / 2;
  if (outer.some((size) => size > 0)) return null;
  const pads = given.attributes.get('pads')!.ints.map((size, at) => {
    const axes = rank - 2;
    return size - outer[at < axes ? at + 2 : at + 4]!;
  });
  return { ...given, attributes: new Map([...given.attributes, ['pads', ints(pads)] as const]) };
}

function rescaled({ inputs }: OnnxNode, scale: number, offset: number) {
  const attributes = new Map([
    ['scale', int(scale)],
    ['offset', int(offset)],
  ]);
  return { op: 'Rescaling', domain: torchDomain, inputs: [inputs[0]!], attributes };
}

/** Parts along several axes. */
function slices(first: OnnxNode, second: OnnxNode): OnnxNode['attributes'] {
  const all = (name: string) =>
    [first, second].flatMap(({ attributes }) => {
      const found = attributes.get(name)!;
      return found.ints.length > 0 ? found.ints : [found.int!];
    });
  return new Map(['axis', 'from', 'to'].map((name) => [name, ints(all(name))]));
}
