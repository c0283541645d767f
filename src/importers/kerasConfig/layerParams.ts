import { type AnyBrick, initialParams } from '../../brick/brick';
import type { Argument, Arguments } from '../../brick/call';
import { paramsFromKeras } from '../../brick/fromKeras';
import { callOf } from '../../compile/callOf';
import { snakeCase } from '../../compile/identifiers';
import { allowedText, valueText } from '../../compile/params';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble, ImportNote } from '../importer';
import { fieldArgument } from './fieldArgument';
import { type Config, type KerasLayer, member } from './sequential';

/** Parameters of a brick, and what could not be taken as it was. */
export interface LayerParams {
  readonly params: Readonly<Record<string, unknown>>;
  readonly assumed: readonly ImportNote[];
  readonly dropped: readonly ImportNote[];
}

/** What every layer has besides the arguments of its class. */
const general: readonly string[] = ['name', 'trainable', 'dtype', 'batch_input_shape'];

/** Changes nothing: an argument that is not used, or the only order of axes that there is here. */
const neutral = (value: unknown) =>
  value === undefined || value === null || value === false || value === 'channels_last';

/** A layer's arguments as the parameters of a brick. `legacy`: from Keras 1 or 2. */
export function layerParams(
  brick: AnyBrick,
  { config, name }: KerasLayer,
  legacy: boolean,
): Result<LayerParams, ImportTrouble> {
  const refuse = (argument: string, allowed: string | null) =>
    refused({
      code: 'argument',
      where: name,
      data: { argument, value: valueText(config[argument]), allowed },
    } as const);
  const args = argumentsOf(brick, config, legacy);
  const known = new Set([...general, 'seed', ...writtenBy(brick).map(snakeCase)]);
  const stranger = Object.keys(config).find((argument) => !known.has(argument) && !neutral(config[argument]));
  if (stranger !== undefined) return refuse(stranger, null);
  const given = paramsFromKeras(brick, args, () => null);
  const params: Record<string, unknown> = {};
  const assumed: ImportNote[] = [];
  for (const [parameter, field] of Object.entries(brick.params)) {
    const parsed = field.schema.safeParse(parameter in given ? given[parameter] : field.initial);
    if (!parsed.success) return refuse(snakeCase(parameter), allowedText(field));
    params[parameter] = parsed.data;
    // Keras leaves out what is not there: that is what the brick begins with, too.
    if (parameter in given || field.initial === null || member(field.initial, 'name') === 'none') continue;
    const data = { parameter: snakeCase(parameter), value: valueText(field.initial) };
    assumed.push({ code: 'initialValue', where: name, data });
  }
  return done({ params, assumed, dropped: droppedFrom(name, config) });
}

/** Names of the arguments that a brick has: its parameters, and what else it writes for Keras. */
function writtenBy(brick: AnyBrick): string[] {
  const [example] = brick.examples;
  const { kerasArgs } = callOf(brick, { ...initialParams(brick), ...example.params }, example.in);
  return [...Object.keys(brick.params), ...Object.keys(kerasArgs)];
}

/** The configuration as arguments by the names of our fields, choices by the names that these have here. */
function argumentsOf(brick: AnyBrick, config: Config, legacy: boolean): Arguments {
  return Object.fromEntries(
    Object.entries(config).map(([name, value]) => {
      const argument = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
      const field = Object.hasOwn(brick.params, argument) ? brick.params[argument] : undefined;
      return [argument, field ? fieldArgument(field, value, legacy) : (value as Argument)];
    }),
  );
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
  ];
  return settings
    .filter(([, value]) => !neutral(value))
    .map(([setting, value]) => ({ code: 'setting', where, data: { setting, value: valueText(value) } }));
}

/** The data type of a layer, e.g. `float32`; of a policy its name. */
export const precisionOf = (config: Config): unknown =>
  member(member(member(config, 'dtype'), 'config'), 'name') ?? member(config, 'dtype') ?? 'float32';
