import type { KerasGraph } from '../../kerasGraph/kerasGraph';
import type { Converted } from '../../onnx/convert';
import type { Trace } from '../trace/trace';

/** The same graph, in which embeddings whose zeros some layer leaves out say so: what is behind them knows it by itself. */
export function withMasks(graph: KerasGraph, { masks }: Trace, origins: Converted['origins']): KerasGraph {
  const looked = new Set(
    masks.flatMap(({ of }) => of.filter(({ unlike }) => unlike === 0).map(({ tensor }) => tensor.id)),
  );
  if (looked.size === 0) return graph;
  const layers = graph.layers.map((layer) => {
    const node = origins.get(layer.name);
    const isMasking = node?.op === 'Gather' && looked.has(node.inputs[1] ?? '');
    return isMasking ? { ...layer, config: { ...layer.config, mask_zero: true } } : layer;
  });
  return { ...graph, layers };
}
