import { layerList } from './kerasConfig';

/** A layer of a configuration with its place in the graph. */
export interface TopologyLayer {
  readonly name: string;
  readonly className: string;
  /** Its own settings, as the file has them. */
  readonly config: Readonly<Record<string, unknown>>;
  /** Names of the layers whose outputs come in, by port. */
  readonly inputs: readonly string[];
  /** A model inside the model; null for a layer. */
  readonly inside: KerasTopology | null;
}

/** Which layers of a model take what from which. */
export interface KerasTopology {
  readonly layers: readonly TopologyLayer[];
  /** Names of its input layers, in order; empty where the first layer takes what comes in. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Models inside models, and lists inside lists, deeper than any that somebody made. */
const deepest = 16;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isReference = (value: readonly unknown[]): value is readonly [string, number, number] =>
  typeof value[0] === 'string' && typeof value[1] === 'number' && typeof value[2] === 'number';

/** Names of layers in order, out of `[name, node, tensor]` (Keras 1, 2 and tfjs) and `keras_history` (Keras 3), however they are nested. */
function references(value: unknown, depth = 0): readonly string[] {
  if (depth > deepest) return [];
  if (Array.isArray(value)) {
    return isReference(value) ? [value[0]] : value.flatMap((each) => references(each, depth + 1));
  }
  if (!isObject(value)) return [];
  return Object.values(value).flatMap((each) => references(each, depth + 1));
}

/**
 * The graph of a model's configuration, of Keras 1 to 3 or of tfjs; null where it has none that can be followed: no layers,
 * a layer that is called several times, or one whose inputs are not there.
 */
export function kerasTopology(model: unknown, depth = 0): KerasTopology | null {
  const list = layerList(model);
  if (list === null || depth > deepest) return null;
  const config = (model as { readonly config: unknown }).config;
  const isFunctional = isObject(config) && (config['output_layers'] !== undefined || config['outputs'] !== undefined);
  const layers: TopologyLayer[] = [];
  for (const entry of list) {
    if (!isObject(entry)) return null;
    const own = isObject(entry['config']) ? entry['config'] : {};
    const name = entry['name'] ?? own['name'];
    const { class_name: className, inbound_nodes: nodes } = entry;
    const calls: readonly unknown[] = Array.isArray(nodes) ? nodes : [];
    if (typeof name !== 'string' || typeof className !== 'string' || calls.length > 1) return null;
    const before = layers.at(-1);
    const inputs = isFunctional ? references(calls) : before ? [before.name] : [];
    const inside = layerList(entry) === null ? null : kerasTopology(entry, depth + 1);
    if (inside === null && layerList(entry) !== null) return null;
    layers.push({ name, className, config: own, inputs, inside });
  }
  const names = new Set(layers.map(({ name }) => name));
  const topology = {
    layers,
    inputs: isFunctional ? references(config['input_layers'] ?? config['inputs']) : [],
    outputs: isFunctional
      ? references(config['output_layers'] ?? config['outputs'])
      : layers.slice(-1).map(({ name }) => name),
  };
  const named = [...layers.flatMap(({ inputs }) => inputs), ...topology.inputs, ...topology.outputs];
  return names.size === layers.length && named.every((name) => names.has(name)) ? topology : null;
}
