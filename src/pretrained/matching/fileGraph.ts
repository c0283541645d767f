import type { KerasTopology, TopologyLayer } from '../../formats/weights/kerasTopology';
import { type LayerGraph, type LayerNode, inputKind, shapesText } from './layerGraph';
import type { StoredLayer } from './storedLayers';
import { settingTexts } from './settingTexts';

interface Known {
  /** What a model's classes are called, by the names that files have for them. */
  readonly kinds: ReadonlyMap<string, string>;
  readonly commuting: ReadonlySet<string>;
  /** Layers with tensors, by path. */
  readonly stored: ReadonlyMap<string, StoredLayer>;
}

/** Layers with each one behind those whose outputs it takes; null where they go round in a circle. */
function sorted(layers: readonly TopologyLayer[]): readonly TopologyLayer[] | null {
  const consumers = new Map<string, TopologyLayer[]>();
  const open = new Map(layers.map((layer) => [layer, new Set(layer.inputs).size]));
  for (const layer of layers) {
    for (const input of new Set(layer.inputs)) {
      const known = consumers.get(input);
      if (known) known.push(layer);
      else consumers.set(input, [layer]);
    }
  }
  const order = layers.filter((layer) => open.get(layer) === 0);
  for (const { name } of order) {
    for (const consumer of consumers.get(name) ?? []) {
      const left = open.get(consumer)! - 1;
      open.set(consumer, left);
      if (left === 0) order.push(consumer);
    }
  }
  return order.length === layers.length ? order : null;
}

/** The layers of a file's model, those of models inside it in their place; null where they are no graph. */
export function fileGraph(topology: KerasTopology, { kinds, commuting, stored }: Known): LayerGraph | null {
  const nodes: LayerNode[] = [];
  const add = (node: LayerNode) => nodes.push(node) - 1;
  let inputs = 0;
  const input = (path: string, name: string) =>
    add({
      path,
      name,
      kind: inputKind,
      shapes: '',
      settings: new Map(),
      inputs: [],
      commutes: false,
      input: inputs++,
      outputs: [],
    });

  /** Places of the model's outputs, in order. */
  const put = (model: KerasTopology, above: string, given: readonly number[] | null): readonly number[] | null => {
    const order = sorted(model.layers);
    if (order === null) return null;
    const places = new Map<string, number>();
    const known = model.inputs.length > 0 ? model.inputs : model.layers.slice(0, 1).map(({ name }) => name);
    const classes = new Map(model.layers.map(({ name, className }) => [name, className]));
    for (const [index, name] of known.entries()) {
      if (classes.get(name) === 'InputLayer') places.set(name, given?.[index] ?? input(above + name, name));
    }
    for (const layer of order) {
      const path = above + layer.name;
      if (places.has(layer.name)) continue;
      const from = layer.inputs.map((name) => places.get(name));
      if (from.some((place) => place === undefined)) return null;
      // The first layer of a Sequential takes what comes in.
      const sources = layer.inputs.length > 0 ? (from as number[]) : (given ?? [input(`${path}/input`, '')]);
      if (layer.inside) {
        const ends = put(layer.inside, `${path}/`, sources);
        if (ends === null || ends[0] === undefined) return null;
        places.set(layer.name, ends[0]);
        continue;
      }
      const kind = kinds.get(layer.className) ?? layer.className;
      const tensors = stored.get(path)?.tensors ?? [];
      const place = add({
        path,
        name: layer.name,
        kind,
        shapes: shapesText(tensors.map(({ shape }) => shape)),
        settings: new Map(settingTexts(layer.config)),
        inputs: sources,
        commutes: commuting.has(kind),
        input: null,
        outputs: [],
      });
      places.set(layer.name, place);
    }
    const ends = model.outputs.map((name) => places.get(name));
    return ends.every((end) => end !== undefined) ? ends : null;
  };

  const ends = put(topology, '', null);
  if (ends === null) return null;
  // A tensor without a layer is of another structure than the one that the file tells.
  const own = new Set(nodes.map(({ path }) => path));
  if ([...stored.keys()].some((path) => !own.has(path))) return null;
  return nodes.map((node, place) => ({ ...node, outputs: ends.flatMap((end, index) => (end === place ? index : [])) }));
}

/** Paths of the layers that are no models. */
export function leafNames(topology: KerasTopology): readonly string[] {
  return topology.layers.flatMap(({ name, inside }) => (inside ? leafNames(inside) : [name]));
}
