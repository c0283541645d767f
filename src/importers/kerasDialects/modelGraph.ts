import { mostNodes, forbiddenNames, nameSchema } from '../../document/document';
import { type Result, done, refused } from '../../document/result';
import { kerasSnakeCase } from '../../formats/weights/kerasVariables';
import type { ImportTrouble } from '../importer';
import { isConfig, isList, member, textAt } from '../kerasGraph/json';
import type { Config, Json, KerasGraph, KerasLayer, KerasTraining } from '../kerasGraph/kerasGraph';
import { callsOf, tensorsIn } from './calls';
import { type Dialect, dialectOf } from './dialect';
import { layerAsNow } from './layerAsNow';
import { renumbered } from './renumbered';
import { chained } from './sequential';
import { compiledAs } from './compiledAs';

/** Models inside models, deeper than any that somebody made. */
const deepest = 16;

const structure = (where: string, expected: string) =>
  refused({ code: 'structure', where, data: { expected } } as const);

const document = (code: 'repeatedName' | 'forbiddenName', name: string) =>
  refused({
    code: 'document',
    where: null,
    data:
      code === 'repeatedName' ? { code, data: { name, line: null } } : { code, data: { name, where: 'config.layers' } },
  } as const);

/** A model's configuration: the list of layers, and where it stands in. */
interface ModelConfig {
  /** None where the layers are a bare list. */
  readonly config: Config;
  readonly layers: readonly Json[];
  readonly isChain: boolean;
}

/**
 * The graph of a configuration of Keras 1 to 3 or TensorFlow.js: of `to_json()`, `get_config()`, or a bare list of
 * layers. `version`: of Keras, where the file says it. Never throws.
 */
export function modelGraph(
  file: unknown,
  {
    version = null,
    training = null,
  }: { readonly version?: string | null; readonly training?: KerasTraining | null } = {},
): Result<KerasGraph, ImportTrouble> {
  const json = file as Json;
  if (!isConfig(json) && !isList(json)) return structure('file', '{…}');
  const dialect = dialectOf(json, version ?? textAt(json, 'keras_version'));
  const graph = graphOf(json, 'config', dialect, 0);
  return graph.ok ? done({ ...graph.value, training: training ?? compiledAs(member(json, 'compile_config')) }) : graph;
}

function modelConfig(model: Json): ModelConfig | null {
  if (isList(model)) return { config: {}, layers: model, isChain: true };
  const className = member(model, 'class_name');
  // `get_config()` has no class around it; the configuration of a Sequential before Keras 2.2.3 is the list of layers.
  const config = className === undefined ? model : member(model, 'config');
  if (isList(config)) return { config: {}, layers: config, isChain: true };
  const layers = member(config, 'layers');
  if (!isConfig(config) || !isList(layers)) return null;
  const isChain = config['output_layers'] === undefined && config['outputs'] === undefined;
  return { config, layers, isChain };
}

/** Whether this is a model: a layer with layers of its own. */
const isModel = (entry: Config) => isList(entry['config']) || isList(member(entry['config'], 'layers'));

function graphOf(model: Json, where: string, dialect: Dialect, depth: number): Result<KerasGraph, ImportTrouble> {
  const found = modelConfig(model);
  if (found === null || found.layers.length === 0 || depth > deepest) {
    const className = textAt(model, 'class_name');
    const isOwn = className !== null && depth === 0 && isConfig(member(model, 'config'));
    return isOwn
      ? refused({ code: 'noLayers', where: null, data: { model: textAt(model, 'registered_name') ?? className } })
      : structure(`${where}.layers`, '[{"class_name": …}, …]');
  }
  const { config, layers: list, isChain } = found;
  if (list.length > mostNodes) {
    const data = { code: 'tooManyNodes', data: { count: list.length, limit: mostNodes } } as const;
    return refused({ code: 'document', where: null, data });
  }
  const layers: KerasLayer[] = [];
  const names = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const layer = layerOf(entry, `${where}.layers.${index}`, dialect, depth, names);
    if (!layer.ok) return layer;
    const { name } = layer.value;
    if (names.has(name)) return document('repeatedName', name);
    names.add(name);
    layers.push(layer.value);
  }
  const name = textAt(config, 'name') ?? (isChain ? 'sequential' : 'model');
  const trainable = config['trainable'] !== false;
  const graph = isChain
    ? chained(layers, config)
    : {
        layers,
        inputs: tensorsIn(config['input_layers'] ?? config['inputs']),
        outputs: tensorsIn(config['output_layers'] ?? config['outputs']),
      };
  return done({ name, trainable, training: null, ...renumbered(graph) });
}

/**
 * A model that is a bare list of layers has no name of its own, nor has a layer of somebody's own class whose `get_config`
 * Keras makes: its name is not among its arguments.
 */
function unsaidName(entry: Config, where: string, names: ReadonlySet<string>): string | null {
  const number = where.split('.').at(-1)!;
  if (isList(entry['config'])) return `sequential_${number}`;
  const registered = textAt(entry, 'registered_name') ?? textAt(entry, 'class_name') ?? '';
  if (!registered.includes('>')) return null;
  const own = kerasSnakeCase(registered.split('>').at(-1)!);
  let name = own;
  for (let count = 1; names.has(name); count++) name = `${own}_${count}`;
  return name;
}

function layerOf(
  entry: Json,
  where: string,
  dialect: Dialect,
  depth: number,
  names: ReadonlySet<string>,
): Result<KerasLayer, ImportTrouble> {
  if (!isConfig(entry)) return structure(where, '{"class_name": …}');
  const className = textAt(entry, 'class_name');
  const given = entry['config'];
  if (className === null) return structure(where, '"class_name": "…"');
  if (!isConfig(given) && !isList(given)) return structure(where, '"config": {…}');
  // A model that is a bare list of layers has no name of its own.
  const name = member(given, 'name') ?? entry['name'] ?? unsaidName(entry, where, names);
  if (forbiddenNames.includes(String(name))) return document('forbiddenName', String(name));
  if (typeof name !== 'string' || !nameSchema.safeParse(name).success)
    return structure(`${where}.config`, '"name": "…"');
  const calls = callsOf(entry['inbound_nodes']);
  const registered = textAt(entry, 'registered_name');
  const module = textAt(entry, 'module') ?? '';
  if (isModel(entry)) {
    const graph = graphOf(entry, `${where}.config`, dialect, depth + 1);
    if (!graph.ok) return graph;
    const config = isConfig(given) ? { trainable: given['trainable'] ?? true } : {};
    return done({ name, className, module, config, calls, graph: graph.value });
  }
  const config = isConfig(given) ? given : {};
  const build = member(entry['build_config'], 'input_shape');
  const shape = build === undefined ? {} : { build_config: { input_shape: build } };
  const own = {
    name,
    className: registered?.includes('>') ? registered : className,
    module,
    config: { ...config, ...shape },
    written: { className: registered?.includes('>') ? registered : className, module, config },
    calls,
  };
  return done(layerAsNow(own, dialect));
}
