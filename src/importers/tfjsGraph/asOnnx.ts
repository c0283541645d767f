import type { OnnxConstant, OnnxGraph, OnnxPort } from '../onnx/file/onnxGraph';
import { type GraphNode, firstOutput, graphNodes, shapeAt, typeAt } from './graphNode';
import { layerNames } from './layerNames';
import { OnnxWriter } from './onnxWriter';
import { operators } from './operators/index';

/** A node that says of itself what goes in. */
const isInput = ({ op }: GraphNode) => op === 'Placeholder' || op === 'PlaceholderWithDefault';

const onnxTypes: Readonly<Record<string, number>> = { DT_FLOAT: 1, DT_INT32: 6, DT_INT64: 7 };

function portOf(node: GraphNode, given: Readonly<Record<string, readonly (number | null)[]>>): OnnxPort {
  const said = shapeAt(node, 'shape');
  const answer = given[node.name] ?? given[''];
  const isOpen = said === null || said.slice(1).includes(null);
  const dims = isOpen && answer ? [null, ...answer] : said;
  return { name: node.name, type: onnxTypes[typeAt(node, 'dtype')] ?? 1, dims };
}

/** What no node takes, where the file does not say what comes out. */
function sinks(nodes: readonly GraphNode[]): readonly string[] {
  const taken = new Set(nodes.flatMap(({ inputs }) => inputs));
  return nodes.filter(({ name, op }) => !taken.has(name) && op !== 'Const' && op !== 'NoOp').map(({ name }) => name);
}

export interface TensorFlowGraph {
  readonly topology: unknown;
  /** Names of the tensors that come out; none where the file does not say. */
  readonly outputs: readonly string[];
  readonly constants: ReadonlyMap<string, OnnxConstant>;
  /** Shapes of samples that are open in the file, by input. */
  readonly shapes: Readonly<Record<string, readonly (number | null)[]>>;
}

/** A frozen TensorFlow graph in the operators of ONNX; one that it lacks keeps its name, and is refused by it. */
export function asOnnx({ topology, outputs, constants, shapes }: TensorFlowGraph, title: string): OnnxGraph {
  const nodes = graphNodes(topology);
  const writer = new OnnxWriter(new Map(constants), layerNames(nodes));
  for (const node of nodes) {
    if (isInput(node) || node.op === 'Const') continue;
    const known = Object.hasOwn(operators, node.op) ? operators[node.op] : undefined;
    if (known) known(writer, node);
    else writer.put(node.op, node.inputs, node.name, node.name);
  }
  const ends = outputs.length > 0 ? outputs.map(firstOutput) : sinks(nodes);
  return {
    name: title,
    opset: 13,
    nodes: writer.nodes,
    constants: writer.constants,
    inputs: nodes.filter(isInput).map((node) => portOf(node, shapes)),
    outputs: ends.map((name) => ({ name, type: 1, dims: null })),
  };
}
