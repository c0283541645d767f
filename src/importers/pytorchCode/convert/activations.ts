import type { Config, Json, KerasGraph, KerasLayer } from '../../kerasGraph/kerasGraph';

/** Layers that have an activation of their own. */
const takes = /^(Dense|Conv\dD|Conv\dDTranspose|DepthwiseConv\dD|SeparableConv\dD)$/;

/** The activation that a layer is by itself, by its name; null where it is none that has a name. */
const nameOf = ({ className, config }: KerasLayer): Json | null =>
  className === 'Activation' ? config['activation']! : className === 'ELU' && config['alpha'] === 1 ? 'elu' : null;

/** Layers of their own name, which our own projects have as modules: there a function alone is an Activation. */
const named: Readonly<Record<string, readonly [className: string, config: Config]>> = {
  relu: ['ReLU', {}],
  softmax: ['Softmax', { axis: -1 }],
};

/** A graph whose activations that are modules are layers of their own name. */
export function namedActivations(graph: KerasGraph, isModule: (layer: string) => boolean): KerasGraph {
  const layers = graph.layers.map((layer) => {
    const known = layer.className === 'Activation' ? named[String(layer.config['activation'])] : undefined;
    return known && isModule(layer.name) ? { ...layer, className: known[0], config: known[1] } : layer;
  });
  return { ...graph, layers };
}

/** A graph whose activations that are only a function of a layer's output are that layer's own. */
export function foldedActivations(graph: KerasGraph, isFunction: (layer: string) => boolean): KerasGraph {
  const readers = new Map<string, number>();
  for (const { calls } of graph.layers)
    for (const { inputs } of calls) for (const { layer } of inputs) readers.set(layer, (readers.get(layer) ?? 0) + 1);
  const given = new Set(graph.outputs.map(({ layer }) => layer));
  const layers = new Map(graph.layers.map((layer) => [layer.name, layer]));
  const gone = new Map<string, string>();
  for (const layer of graph.layers) {
    const { name, config, calls } = layer;
    const activation = nameOf(layer);
    const from = calls[0]?.inputs[0]?.layer ?? '';
    const before = layers.get(from);
    const isFree =
      before !== undefined &&
      takes.test(before.className) &&
      before.config['activation'] === undefined &&
      readers.get(from) === 1 &&
      !given.has(from);
    if (activation === null || !isFunction(name) || !isFree) continue;
    const { activity_regularizer: penalty } = config;
    layers.set(from, {
      ...before,
      config: { ...before.config, activation, ...(penalty ? { activity_regularizer: penalty } : {}) },
    });
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
