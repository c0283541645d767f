import type { AnyBrick } from '../../brick/brick';
import { snakeCase } from '../../compile/identifiers';
import { allowedText, valueText } from '../../compile/params';
import { type Result, done, refused } from '../../document/result';
import type { ImportTrouble, ImportNote } from '../importer';
import { fieldValue } from './fieldValue';
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

/** A layer's arguments as the parameters of a brick, field by field under Keras's names. `legacy`: from Keras 1 or 2. */
export function layerParams(
  brick: AnyBrick,
  { config, name }: KerasLayer,
  legacy: boolean,
): Result<LayerParams, ImportTrouble> {
  const params: Record<string, unknown> = {};
  const assumed: ImportNote[] = [];
  const known = new Set([...general, 'seed']);
  for (const [parameter, field] of Object.entries(brick.params)) {
    const argument = snakeCase(parameter);
    known.add(argument);
    if (!Object.hasOwn(config, argument)) {
      // Keras leaves out what is not there: that is what the brick begins with, too.
      if (field.initial === null || member(field.initial, 'name') === 'none') continue;
      const data = { parameter: argument, value: valueText(field.initial) };
      assumed.push({ code: 'initialValue', where: name, data });
      continue;
    }
    const parsed = field.schema.safeParse(fieldValue(field, config[argument], legacy));
    if (!parsed.success) {
      const data = { argument, value: valueText(config[argument]), allowed: allowedText(field) };
      return refused({ code: 'argument', where: name, data });
    }
    params[parameter] = parsed.data;
  }
  const stranger = Object.entries(config).find(([argument, value]) => !known.has(argument) && !neutral(value));
  if (stranger) {
    const [argument, value] = stranger;
    return refused({ code: 'argument', where: name, data: { argument, value: valueText(value), allowed: null } });
  }
  return done({ params, assumed, dropped: droppedFrom(name, config) });
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
