import { type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { type LayersModel, type SymbolicTensor, input, model as modelOf } from '../../engine/layers/tfjsLayers';
import { draws } from '../../engine/layers/runState';
import type { Adopted } from './adopted';
import { fixedBatch } from './ends';
import { type FlatGraph, type GraphNode, flatGraph } from './flatGraph';

/** The part of a model that training does not change, and the rest of it. */
export interface FrozenFront {
  /** The model's inputs → what goes into the rest, for whole batches. */
  readonly front: LayersModel;
  readonly rest: LayersModel;
  /** Shapes of what is between them, without the batch. */
  readonly shapes: readonly (readonly number[])[];
  /** Of the rest, by layer of the whole model: what comes out of it. */
  readonly symbols: ReadonlyMap<object, SymbolicTensor>;
}

const numbersOf = ({ shape }: GraphNode) => shape.reduce<number>((product, axis) => product * (axis ?? Infinity), 1);

/** What the nodes behind a part take from it. */
function boundaryOf({ nodes }: FlatGraph, before: ReadonlySet<GraphNode>): readonly GraphNode[] {
  const taken = new Set(nodes.filter((node) => !before.has(node)).flatMap(({ inputs }) => inputs));
  return nodes.filter((node) => before.has(node) && taken.has(node));
}

const cost = (graph: FlatGraph, before: ReadonlySet<GraphNode>) =>
  boundaryOf(graph, before).reduce((sum, node) => sum + numbersOf(node), 0);

/** The part without layers at its end that have no weights, where less then lies between it and the rest. */
function shortened(graph: FlatGraph, whole: ReadonlySet<GraphNode>): ReadonlySet<GraphNode> {
  let best = whole;
  let before = whole;
  for (;;) {
    const ends = boundaryOf(graph, before).filter(
      (node) =>
        node.layer.weights.length === 0 &&
        node.inputs.length > 0 &&
        !graph.nodes.some((other) => before.has(other) && other.inputs.includes(node)),
    );
    const parts = ends.map((end) => new Set([...before].filter((node) => node !== end)));
    const next = parts.toSorted((a, b) => cost(graph, a) - cost(graph, b))[0];
    if (next === undefined) return best;
    if (cost(graph, next) < cost(graph, best)) best = next;
    before = next;
  }
}

/** These nodes once more, from fresh inputs where `given` ends; all layers are shared. */
function applied(nodes: readonly GraphNode[], given: ReadonlyMap<GraphNode, SymbolicTensor>) {
  const symbols = new Map(given);
  for (const node of nodes) {
    if (symbols.has(node)) continue;
    const below = node.inputs.map((from) => symbols.get(from)!);
    symbols.set(node, node.layer.apply(below.length === 1 ? below[0]! : below) as SymbolicTensor);
  }
  return symbols;
}

const fresh = ({ shape, layer }: GraphNode) =>
  input({ shape: [...shape], ...(layer.dtype === 'int32' ? { dtype: 'int32' as const } : {}) });

/**
 * Cuts a model behind the layers at its beginning that training leaves as they are, where least lies between; null where
 * none of them has weights, or where the model remembers what came before. Layers that `watched` names stay behind the cut.
 */
export function frozenFront({ model, weights }: Adopted, watched: ReadonlySet<object>): FrozenFront | null {
  if (fixedBatch(model) !== null || model.layers.some(({ stateful }) => stateful)) return null;
  const changing = new Set(weights.filter(({ frozen }) => !frozen).map(({ variable }) => variable.id));
  const graph = flatGraph(model);
  const before = new Set<GraphNode>();
  for (const node of graph.nodes) {
    const { layer } = node;
    const still = !draws(layer) && !watched.has(layer) && layer.weights.every((own) => !changing.has(own.read().id));
    const first = node.inputs.every((from) => before.has(from));
    if (first && still && !graph.outputs.includes(node)) before.add(node);
  }
  const part = shortened(graph, before);
  const worth = [...part].some(({ layer }) => layer.weights.length > 0);
  const boundary = boundaryOf(graph, part);
  if (!worth || !Number.isFinite(cost(graph, part))) return null;
  const starts = new Map(graph.inputs.map((node) => [node, fresh(node)]));
  const front = applied(
    graph.nodes.filter((node) => part.has(node)),
    starts,
  );
  const between = new Map(boundary.map((node) => [node, fresh(node)]));
  const rest = applied(
    graph.nodes.filter((node) => !part.has(node)),
    between,
  );
  return {
    front: modelOf({ inputs: [...starts.values()], outputs: boundary.map((node) => front.get(node)!) }),
    rest: modelOf({ inputs: [...between.values()], outputs: graph.outputs.map((node) => rest.get(node)!) }),
    shapes: boundary.map(({ shape }) => shape as readonly number[]),
    symbols: new Map([...rest].map(([{ layer }, symbol]) => [layer, symbol])),
  };
}

/** What the front makes of a batch; the caller disposes it. */
export function throughFront({ front }: FrozenFront, batch: readonly Tensor[]): Tensor[] {
  return tidy(() =>
    [front.apply(batch.length === 1 ? batch[0]! : [...batch], { training: false }) as Tensor | Tensor[]].flat(),
  );
}

/** Rows of what lies between, as tensors: one for each layer on the boundary. */
export function betweenTensors({ shapes }: FrozenFront, rows: readonly Float32Array[]): readonly Tensor[] {
  let from = 0;
  return shapes.map((shape) => {
    const size = shape.reduce((product, axis) => product * axis, 1);
    const all = new Float32Array(size * rows.length);
    rows.forEach((row, place) => all.set(row.subarray(from, from + size), place * size));
    from += size;
    return tensor(all, [rows.length, ...shape], 'float32');
  });
}
