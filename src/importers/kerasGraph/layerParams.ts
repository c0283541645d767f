import { type AnyBrick, initialParams } from '../../brick/brick';
import type { Argument } from '../../brick/call';
import type { LayerValue } from '../../brick/fields';
import { paramsFromKeras } from '../../brick/fromKeras';
import { callOf } from '../../compile/callOf';
import { camelCase, snakeCase } from '../../compile/identifiers';
import { allowedText, valueText } from '../../compile/params';
import { type Result, done, refused } from '../../document/result';
import type { ImportNote } from '../importer';
import { fieldArgument, isNamed } from './fieldArgument';
import { classOf, member, settingsOf } from './json';
import type { Config, Json } from './kerasGraph';

/** Parameters of a brick, and what could not be taken as it was. */
export interface LayerParams {
  readonly params: Readonly<Record<string, unknown>>;
  readonly assumed: readonly ImportNote[];
  readonly dropped: readonly ImportNote[];
}

/** An argument that no brick of the layer's class has, or a value that it does not take (`allowed` says what it does). */
export interface UnfitArgument {
  readonly argument: string;
  readonly value: string;
  readonly allowed: string | null;
}

/** The layer inside a wrapper as a parameter. */
export type InnerLayerOf = (config: Json, brick: AnyBrick) => Result<LayerValue, UnfitArgument>;

/** What every layer has besides the arguments of its class, and what only says how fast it is computed. */
const general = new Set(
  `name trainable dtype autocast batch_input_shape batch_shape input_shape build_config input_dtype seed seed_generator
  implementation unroll use_cudnn input_length synchronized fused return_state supports_masking quantization_config
  lora_rank lora_alpha wrapped_by`.split(/\s+/),
);

/** How weights start and are held in check: of a layer that has no such weights, or misspelt, it means nothing. */
const starting = /(in?i?tializer|regularizer|constraint)$/;

/** Changes nothing: an argument that is not used, or the only order of axes that there is here. */
const neutral = (value: Json | undefined) =>
  value === undefined || value === null || value === false || value === 'channels_last';

/** A layer's arguments as the parameters of a brick. */
export function layerParams(
  brick: AnyBrick,
  name: string,
  config: Config,
  inner: InnerLayerOf,
): Result<LayerParams, UnfitArgument> {
  const unfit = (argument: string, allowed: string | null) =>
    refused({ argument, value: valueText(config[argument]), allowed });
  const lent = Number(config['lora_rank'] ?? 0) > 0 ? ['lora_rank'] : [];
  const known = new Set([...general, ...writtenBy(brick).map(snakeCase)]);
  const strangers = Object.keys(config).filter((argument) => !known.has(argument) && !neutral(config[argument]));
  const stranger = [...lent, ...strangers].find(
    (argument) =>
      !starting.test(argument) && !isSameBackwards(argument, config) && !computes(brick, argument, config[argument]!),
  );
  if (stranger !== undefined) return unfit(stranger, null);
  const layers: Record<string, LayerValue> = {};
  const args: Record<string, Argument> = {};
  const dropped = droppedFrom(name, config);
  for (const [argument, value] of Object.entries(config)) {
    const parameter = camelCase(argument);
    const field = Object.hasOwn(brick.params, parameter) ? brick.params[parameter] : undefined;
    if (field?.kind === 'layer') {
      const read = inner(value, brick);
      if (!read.ok) return refused({ ...read.error, argument: `${argument}.${read.error.argument}` });
      layers[parameter] = read.value;
      continue;
    }
    const given = field ? fieldArgument(field, value) : (value as Argument);
    // How the weights start, or are held in check, does not change what the model computes.
    if (field && isNamed(field.kind) && typeof given === 'string') {
      dropped.push({ code: 'setting', where: name, data: { setting: argument, value: valueText(value) } });
    } else args[parameter] = given;
  }
  return checked(brick, name, { ...paramsFromKeras(brick, args, () => null), ...layers }, { dropped, unfit });
}

function checked(
  brick: AnyBrick,
  name: string,
  given: Readonly<Record<string, unknown>>,
  {
    dropped,
    unfit,
  }: {
    dropped: readonly ImportNote[];
    unfit: (argument: string, allowed: string | null) => Result<never, UnfitArgument>;
  },
): Result<LayerParams, UnfitArgument> {
  const params: Record<string, unknown> = {};
  const assumed: ImportNote[] = [];
  const needed = new Set([...(brick.positional ?? []), ...(brick.always ?? [])]);
  for (const [parameter, field] of Object.entries(brick.params)) {
    const isGiven = Object.hasOwn(given, parameter) && given[parameter] !== undefined;
    const parsed = field.schema.safeParse(isGiven ? given[parameter] : field.initial);
    if (!parsed.success) return unfit(snakeCase(parameter), allowedText(field));
    params[parameter] = parsed.data;
    if (isGiven || !needed.has(parameter) || field.initial === null) continue;
    const data = { parameter: snakeCase(parameter), value: valueText(field.initial) };
    assumed.push({ code: 'initialValue', where: name, data });
  }
  return done({ params, assumed, dropped });
}

/** What two directions of one layer do not share. */
const apart = /^(name|go_backwards|build_config)$|initializer$/;

/** Keras writes both layers of a Bidirectional; ours makes the second one of the first. */
function isSameBackwards(argument: string, config: Config): boolean {
  if (argument !== 'backward_layer') return false;
  const plain = (layer: Json | undefined) => {
    const settings = Object.entries(settingsOf(layer)).filter(([name]) => !apart.test(name));
    const sorted = settings.toSorted(([a], [b]) => (a < b ? -1 : 1));
    // Objects are numbered where they are shared.
    return JSON.stringify([classOf(layer), sorted], (key, value: unknown) =>
      key === 'shared_object_id' ? null : value,
    );
  };
  return plain(config['layer']) === plain(config['backward_layer']);
}

function computes({ without = {} }: AnyBrick, argument: string, value: Json): boolean {
  const parameter = camelCase(argument);
  if (!Object.hasOwn(without, parameter)) return false;
  const only = without[parameter];
  return only === null || [value].flat().every((each) => each === only);
}

/** Names of the arguments that a brick has: its parameters, and what else it writes for Keras. */
function writtenBy(brick: AnyBrick): string[] {
  const own = Object.keys(brick.params);
  if (brick.wraps || brick.nested) return own;
  const [example] = brick.examples;
  const { kerasArgs } = callOf(brick, { ...initialParams(brick), ...example.params }, example.in);
  return [...own, ...Object.keys(kerasArgs)];
}

/** Seeds and precision: the run has its own. */
function droppedFrom(where: string, config: Config): ImportNote[] {
  const seeds = Object.entries(config).map(
    ([argument, value]) => [`${argument}.seed`, member(member(value, 'config'), 'seed')] as const,
  );
  const type = precisionOf(config);
  const settings = [
    ['seed', member(config, 'seed')] as const,
    ...seeds,
    ['dtype', type === 'float32' ? null : type] as const,
    ['wrapper', member(config, 'wrapped_by')] as const,
  ];
  return settings
    .filter(([, value]) => !neutral(value))
    .map(([setting, value]) => ({ code: 'setting', where, data: { setting, value: valueText(value) } }));
}

/** The data type of a layer, e.g. `float32`; of a policy its name. */
export const precisionOf = (config: Config): Json =>
  member(settingsOf(config['dtype']), 'name') ?? member(config, 'dtype') ?? 'float32';
