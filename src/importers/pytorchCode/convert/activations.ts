import type { KerasGraph, KerasLayer } from '../../kerasGraph/kerasGraph';

/** Layers that have an activation of their own. */
const takes = /^(Dense|Conv\dD|Conv\dDTranspose|DepthwiseConv\dD)$/;

/** A graph whose activations that are only a function of a layer's output are that layer's own. */
export function foldedActivations(graph: KerasGraph, isFunction: (layer: string) => boolean): KerasGraph {
  const readers = new Map<string, number>();
  for (const { calls } of graph.layers)
    for (const { inputs } of calls) for (const { layer } of inputs) readers.set(layer, (readers.get(layer) ?? 0) + 1);
  const given = new Set(graph.outputs.map(({ layer }) => layer));
  const layers = new Map(graph.layers.map((layer) => [layer.name, layer]));
  const gone = new Map<string, string>();
  for (const { name, className, config, calls } of graph.layers) {
    const from = calls[0]?.inputs[0]?.layer ?? '';
    const before = layers.get(from);
    const isFree =
      before !== undefined &&
      takes.test(before.className) &&
      before.config['activation'] === undefined &&
      readers.get(from) === 1 &&
      !given.has(from);
    if (className !== 'Activation' || !isFunction(name) || !isFree) continue;
    layers.set(from, { ...before, config: { ...before.config, activation: config['activation']! } });
    layers.delete(name);
    gone.set(name, from);
  }
  const own = <T extends { readonly layer: string }>(tensor: T): T => ({
    ...tensor,
    layer: gone.get(tensor.layer) ?? tensor.layer,
  });
  const rewired = [...layers.values()].map((layer): KerasLayer => ({
    ...layer,
    calls: layer.calls.map((call) => ({ ...call, inputs: call.inputs.map(own) })),
  }));
  return { ...graph, layers: rewired, outputs: graph.outputs.map(own) };
}
