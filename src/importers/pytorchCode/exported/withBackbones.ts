import type { Plan } from '../../../compile/plan';
import type { Library } from '../../../document/template';
import type { KerasGraph, KerasLayer } from '../../kerasGraph/kerasGraph';
import { outerOf } from '../trace/trace';
import { type Recognition, knownBackbones } from '../../knownBackbones';

/** Fewer layers are no model of the catalogue. */
const fewest = 5;

const namesBefore = ({ calls }: KerasLayer) => calls.flatMap(({ inputs }) => inputs.map(({ layer }) => layer));

const isFrozen = ({ config }: KerasLayer) => config['trainable'] === false;

/** Layers without weights go with those around them: what is trained from one on is said so. */
function withSelection(inside: readonly KerasLayer[], hasWeights: (layer: string) => boolean): readonly KerasLayer[] {
  const weighted = inside.filter(({ name }) => hasWeights(name));
  const first = weighted.findIndex((layer) => !isFrozen(layer));
  const isFrom = first >= 0 && weighted.slice(first).every((layer) => !isFrozen(layer));
  const start = first < 0 ? inside.length : inside.indexOf(weighted[first]!);
  return inside.map((layer, at) => {
    const trainable = hasWeights(layer.name) ? !isFrozen(layer) : isFrom && at >= start;
    return trainable ? layer : { ...layer, config: { ...layer.config, trainable: false } };
  });
}

/** The layers of a module as a model of its own, where one tensor goes in and one comes out; else null. */
function modelOf(path: string, inside: readonly KerasLayer[], graph: KerasGraph, plan: Plan): KerasLayer | null {
  const own = new Set(inside.map(({ name }) => name));
  const before = new Set(inside.flatMap(namesBefore).filter((name) => !own.has(name)));
  const given = new Set(graph.outputs.map(({ layer }) => layer));
  for (const layer of graph.layers) if (!own.has(layer.name)) for (const name of namesBefore(layer)) given.add(name);
  const ends = [...own].filter((name) => given.has(name));
  const [source, end] = [[...before][0], ends[0]];
  const shape = plan.shapes[source ?? ''];
  if (before.size !== 1 || ends.length !== 1 || source === undefined || end === undefined || !shape) return null;
  const name = path.split('.').at(-1)!;
  const input = `${name}_input`;
  const tensor = (layer: string) => ({ layer, call: 0, tensor: 0 });
  const rewired = inside.map((layer) => ({
    ...layer,
    calls: layer.calls.map((call) => ({
      ...call,
      inputs: call.inputs.map((each) => (each.layer === source ? tensor(input) : each)),
    })),
  }));
  const first: KerasLayer = {
    name: input,
    className: 'InputLayer',
    module: 'keras.layers',
    config: { batch_shape: [null, ...shape], dtype: 'float32' },
    calls: [],
  };
  return {
    name,
    className: 'Functional',
    module: 'keras.models',
    config: inside.every((layer) => isFrozen(layer)) ? { trainable: false } : {},
    calls: [{ inputs: [tensor(source)], kwargs: {} }],
    graph: {
      name,
      layers: [first, ...rewired],
      inputs: [tensor(input)],
      outputs: [tensor(end)],
      trainable: true,
      training: null,
    },
  };
}

/** A path, and all above it. */
const around = (path: string): readonly string[] => (path === '' ? [] : [...around(outerOf(path)), path]);

/** What is known of layers besides the graph. */
interface LayersOf {
  /** The path of the module that a layer lies in. */
  moduleOf(layer: string): string;
  hasWeights(layer: string): boolean;
}

/** The same graph, in which modules that are models of the catalogue, layer by layer, are one layer each. */
export function withBackbones(
  graph: KerasGraph,
  plan: Plan,
  { moduleOf, hasWeights }: LayersOf,
  library: Library,
  recognition: Recognition,
): KerasGraph {
  const paths = new Set(graph.layers.flatMap(({ name }) => around(moduleOf(name))));
  let folded = graph;
  for (const path of [...paths].toSorted((one, other) => one.length - other.length)) {
    const isInside = ({ name }: KerasLayer) => moduleOf(name) === path || moduleOf(name).startsWith(`${path}.`);
    const inside = folded.layers.filter(isInside);
    const model = inside.length < fewest ? null : modelOf(path, withSelection(inside, hasWeights), folded, plan);
    if (model === null) continue;
    const [found] = knownBackbones({ ...folded, layers: [model] }, library, recognition).layers;
    if (found?.application === undefined) continue;
    const end = model.graph!.outputs[0]!.layer;
    const own = (tensor: { readonly layer: string }) => tensor.layer === end;
    const at = folded.layers.indexOf(inside[0]!);
    const others = folded.layers.filter((layer) => !inside.includes(layer));
    const rest = [...others.slice(0, at), found, ...others.slice(at)];
    const layers = rest.map((layer) => ({
      ...layer,
      calls: layer.calls.map((call) => ({
        ...call,
        inputs: call.inputs.map((each) => (layer !== found && own(each) ? { ...each, layer: found.name } : each)),
      })),
    }));
    const outputs = folded.outputs.map((each) => (own(each) ? { ...each, layer: found.name } : each));
    folded = { ...folded, layers, outputs };
  }
  return folded;
}
