import type { LayersModel, SymbolicTensor, layers } from '../../engine/layers/tfjsLayers';
import { innerModel } from './layersOf';

/** One layer of a model and what goes into it; a model inside is dissolved into its layers. */
export interface GraphNode {
  readonly layer: layers.Layer;
  /** Where its values come from; none for an input. */
  readonly inputs: readonly GraphNode[];
  /** What comes out, without the batch; null where an axis is open. */
  readonly shape: readonly (number | null)[];
}

/** A model's layers, each after those that it takes from, and the ones that its outputs come from. */
export interface FlatGraph {
  readonly nodes: readonly GraphNode[];
  readonly inputs: readonly GraphNode[];
  readonly outputs: readonly GraphNode[];
}

export function flatGraph(model: LayersModel): FlatGraph {
  const nodes: GraphNode[] = [];
  const visit = (
    end: SymbolicTensor,
    bound: ReadonlyMap<SymbolicTensor, GraphNode>,
    known: Map<SymbolicTensor, GraphNode>,
  ): GraphNode => {
    const found = bound.get(end) ?? known.get(end);
    if (found !== undefined) return found;
    const inputs = end.inputs.map((input) => visit(input, bound, known));
    const inner = innerModel(end.sourceLayer);
    const node = inner === null ? add(end, inputs) : inside(inner, inputs, end.outputTensorIndex ?? 0);
    known.set(end, node);
    return node;
  };
  const add = ({ sourceLayer, shape }: SymbolicTensor, inputs: readonly GraphNode[]): GraphNode => {
    const node = { layer: sourceLayer, inputs, shape: shape.slice(1) };
    nodes.push(node);
    return node;
  };
  const inside = (inner: LayersModel, inputs: readonly GraphNode[], output: number): GraphNode =>
    visit(inner.outputs[output]!, new Map(inner.inputs.map((input, place) => [input, inputs[place]!])), new Map());
  const known = new Map<SymbolicTensor, GraphNode>();
  const all = (ends: readonly SymbolicTensor[]) => ends.map((end) => visit(end, new Map(), known));
  return { inputs: all(model.inputs), outputs: all(model.outputs), nodes };
}
