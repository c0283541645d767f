import type { OnnxGraph } from '../file/onnxGraph';
import { directions, lastStep } from './directions';
import { gelu } from './gelu';
import { groupNormalization } from './groupNormalization';
import { layerNormalization } from './layerNormalization';
import { softplus } from './softplus';
import { type Fold, Wiring } from './wiring';

const folds: readonly Fold[] = [gelu, groupNormalization, layerNormalization, softplus, directions, lastStep];

/** What exporters spell out in several nodes, in one. */
export function folded(graph: OnnxGraph): OnnxGraph {
  const wiring = new Wiring(graph);
  const found = new Map(folds.flatMap((fold) => [...fold(graph, wiring)]));
  if (found.size === 0) return graph;
  const nodes = graph.nodes.flatMap((node) => (found.has(node) ? (found.get(node) ?? []) : [node]));
  return { ...graph, nodes };
}
