import type { KerasGraph, KerasTensor } from '../kerasGraph/kerasGraph';
import { constantOf } from './constantNode';
import { folded } from './folded/index';
import { Conversion, type Draft, Unfit } from './conversion';
import type { OnnxGraph, OnnxNode } from './file/onnxGraph';
import { inputAxes } from './inputAxes';
import { Operation } from './operation';
import { takesDirections } from './operators/directions';
import { operators } from './operators/index';
import { layerShape } from './value';

/** What becomes of operators that are none of ONNX, by their names. */
export type OwnOperators = Readonly<Record<string, (operation: Operation) => void>>;

/** The layers of an ONNX model, and their weights. */
export interface Converted {
  readonly graph: KerasGraph;
  readonly drafts: readonly Draft[];
  /** Names of the graph's constants. */
  readonly constants: ReadonlySet<string>;
  /** The node that each layer but the inputs was made for. */
  readonly origins: ReadonlyMap<string, OnnxNode>;
  /** For each output and each axis that ONNX gives it the axis of the layer; −1: the layer lacks it. */
  readonly outputAxes: readonly (readonly number[])[];
  /** The same of each input. */
  readonly inputAxes: readonly (readonly number[])[];
}

/** Nodes that something of the model's outputs comes from. */
function alive({ nodes, outputs }: OnnxGraph): ReadonlySet<OnnxNode> {
  const made = new Map(nodes.flatMap((node) => node.outputs.map((name) => [name, node] as const)));
  const found = new Set<OnnxNode>();
  const open = outputs.map(({ name }) => name);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const node = made.get(name);
    if (node === undefined || found.has(node)) continue;
    found.add(node);
    for (const input of node.inputs) open.push(input);
  }
  return found;
}

const tensor = (layer: string): KerasTensor => ({ layer, call: 0, tensor: 0 });

function putInputs(conversion: Conversion): readonly string[] {
  return conversion.graph.inputs.map((port) => {
    const { name, dims, type } = port;
    if (dims === null || dims.length === 0) throw new Unfit({ code: 'noInput', where: null, data: {} });
    const axes = port.axes ?? inputAxes(conversion, port);
    const value = {
      kind: 'tensor',
      layer: '',
      axes,
      dims: dims.map((size, at) => (axes[at] === 0 ? null : size)),
    } as const;
    const config = { batch_shape: [null, ...layerShape(value)], dtype: type === 6 || type === 7 ? 'int32' : 'float32' };
    const draft = conversion.layer(name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '_') || 'input', 'InputLayer', config, []);
    conversion.values.set(name, { ...value, layer: draft.name });
    return draft.name;
  });
}

function take(operation: Operation, more: OwnOperators): void {
  const constant = constantOf(operation);
  if (constant !== null) {
    operation.give(constant);
    return;
  }
  const { op, domain } = operation.node;
  const own = domain === '' ? operators : more;
  const known = Object.hasOwn(own, op) ? own[op] : undefined;
  if (known === undefined || (domain === '' && operation.node.inputs.length === 0)) throw operation.unfit();
  if (!takesDirections(operation)) known(operation);
}

/** The layers that lead to the outputs, in their order. */
function reached(conversion: Conversion, outputs: readonly string[]): readonly Draft[] {
  const found = new Set<string>();
  const open = [...outputs];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const input of conversion.layers.get(name)!.inputs) open.push(input);
  }
  return [...conversion.layers.values()].filter(({ name }) => found.has(name));
}

/** An ONNX graph as Keras layers, channels last; `more`: what becomes of operators outside ONNX's own. Throws `Unfit`. */
export function convert(given: OnnxGraph, title: string, more: OwnOperators = {}): Converted {
  const graph = folded(given);
  const conversion = new Conversion(graph);
  const inputs = putInputs(conversion);
  const layouts = graph.inputs.map(({ name }) => axesOf(conversion, name));
  const wanted = alive(graph);
  const origins = new Map<string, OnnxNode>();
  for (const node of graph.nodes) {
    if (!wanted.has(node)) continue;
    const before = conversion.layers.size;
    take(new Operation(conversion, node), more);
    for (const layer of [...conversion.layers.keys()].slice(before)) origins.set(layer, node);
  }
  const outputs = graph.outputs.map(({ name }) => {
    const value = conversion.values.get(name);
    if (value?.kind === 'tensor') return value.layer;
    throw new Unfit({ code: 'lostInput', where: name, data: { from: name } });
  });
  const drafts = reached(conversion, [...inputs, ...outputs]);
  const layers = drafts.map(({ name, className, module = 'keras.layers', config, inputs: from }) => ({
    name,
    className,
    module,
    config,
    calls: className === 'InputLayer' ? [] : [{ inputs: from.map(tensor), kwargs: {} }],
  }));
  return {
    graph: {
      name: title,
      layers,
      inputs: inputs.map(tensor),
      outputs: outputs.map(tensor),
      trainable: true,
      training: null,
    },
    drafts,
    constants: new Set(graph.constants.keys()),
    origins,
    outputAxes: graph.outputs.map(({ name }) => axesOf(conversion, name)),
    inputAxes: layouts,
  };
}

function axesOf(conversion: Conversion, name: string): readonly number[] {
  const value = conversion.values.get(name);
  return value?.kind === 'tensor' ? value.axes : [];
}
