import { forbiddenNames, mostNodes, nameSchema } from '../../document/document';
import { longestName } from '../../document/longestName';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble } from '../importer';

/** An object of the configuration, as JSON has it. */
export type Config = Readonly<Record<string, unknown>>;

/** One layer of the configuration. */
export interface KerasLayer {
  readonly name: string;
  /** Class, e.g. `Dense`; of somebody's own class its registered name. */
  readonly layer: string;
  readonly config: Config;
  /** With the batch axis, where the layer says it. */
  readonly inputShape: unknown;
}

export interface Sequential {
  readonly title: string;
  readonly layers: readonly KerasLayer[];
  /** With the batch axis, where the model says it. */
  readonly inputShape: unknown;
  readonly compiled: boolean;
  /** Written by Keras 1 or 2. */
  readonly legacy: boolean;
}

export const isConfig = (value: unknown): value is Config =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A member of an object, never one that it inherits. */
export const member = (config: unknown, name: string): unknown =>
  isConfig(config) && Object.hasOwn(config, name) ? config[name] : undefined;

const structure = (where: string, expected: string) =>
  refused({ code: 'structure', where, data: { expected } } as const);
const document = (code: 'repeatedName' | 'forbiddenName', name: string) =>
  refused({
    code: 'document',
    where: null,
    data:
      code === 'repeatedName' ? { code, data: { name, line: null } } : { code, data: { name, where: 'config.layers' } },
  } as const);

/** The layers of a `Sequential` model. Never throws. */
export function sequentialOf(file: unknown): Result<Sequential, ImportTrouble> {
  if (!isConfig(file)) return structure('file', '{…}');
  const model =
    member(file, 'class_name') ?? (member(file, 'input_layers') === undefined ? 'Sequential' : 'Functional');
  if (model !== 'Sequential') return refused({ code: 'notSequential', where: null, data: { model: String(model) } });
  // `get_config()` has no class around it; the configuration of Keras before 2.2.3 is the list of layers.
  const config = member(file, 'class_name') === undefined ? file : member(file, 'config');
  const list = Array.isArray(config) ? (config as readonly unknown[]) : member(config, 'layers');
  if (!Array.isArray(list) || list.length === 0) return structure('config.layers', '[{"class_name": …}, …]');
  if (list.length > mostNodes) {
    const data = { code: 'tooManyNodes', data: { count: list.length, limit: mostNodes } } as const;
    return refused({ code: 'document', where: null, data });
  }
  const layers: KerasLayer[] = [];
  const names = new Set<string>();
  for (const [index, value] of list.entries()) {
    const layer = layerOf(value, `config.layers.${index}`);
    if (!layer.ok) return layer;
    if (names.has(layer.value.name)) return document('repeatedName', layer.value.name);
    names.add(layer.value.name);
    layers.push(layer.value);
  }
  const name = member(config, 'name');
  return done({
    title: typeof name === 'string' ? name.slice(0, longestName) : 'sequential',
    layers,
    inputShape: member(config, 'build_input_shape'),
    // Only to_json() says the version, but what the input's shape is called has changed with Keras 3.
    legacy:
      /^[12]\./.test(String(member(file, 'keras_version'))) ||
      layers.some(({ config }) => Object.hasOwn(config, 'batch_input_shape')),
    compiled: Object.keys(member(file, 'compile_config') ?? {}).length > 0,
  });
}

function layerOf(value: unknown, where: string): Result<KerasLayer, ImportTrouble> {
  const layer = member(value, 'class_name');
  const config = member(value, 'config');
  if (typeof layer !== 'string') return structure(where, '"class_name": "…"');
  if (!isConfig(config)) return structure(where, '"config": {…}');
  const name = member(config, 'name');
  if (forbiddenNames.includes(String(name))) return document('forbiddenName', String(name));
  if (!nameSchema.safeParse(name).success) return structure(`${where}.config`, '"name": "…"');
  const registered = member(value, 'registered_name');
  return done({
    name: String(name),
    layer: typeof registered === 'string' ? registered : layer,
    config,
    inputShape:
      member(config, 'batch_shape') ??
      member(config, 'batch_input_shape') ??
      member(member(value, 'build_config'), 'input_shape'),
  });
}
