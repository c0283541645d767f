import type { Field } from '../../brick/fields';
import { type Named, type NamedRole, namedTables } from '../../brick/named';
import { snakeCase } from '../../compile/identifiers';
import { member } from './sequential';

/** Names of one thing that differ only in case and underscores are the same. */
const plain = (name: string) => name.toLowerCase().replaceAll('_', '');

/** Other names of Keras for the same function. */
const aliases: Readonly<Record<string, string>> = { silu: 'swish', hardswish: 'hardsilu' };

/** What `VarianceScaling` is called that starts as another initializer does: scale, mode, distribution. */
const scalings: Readonly<Record<string, string>> = {
  '1 fan_avg uniform': 'glorotUniform',
  '1 fan_avg truncated_normal': 'glorotNormal',
  '2 fan_in uniform': 'heUniform',
  '2 fan_in truncated_normal': 'heNormal',
  '1 fan_in uniform': 'leCunUniform',
  '1 fan_in truncated_normal': 'leCunNormal',
};

const isNamed = (kind: Field['kind']): kind is NamedRole => Object.hasOwn(namedTables, kind);

/**
 * A value of a Keras configuration as the field holds it; undefined where it cannot be one. Whether the field takes it,
 * its schema says.
 */
export function fieldValue({ kind, options = [] }: Field, given: unknown, legacy: boolean): unknown {
  if (isNamed(kind)) return namedValue(kind, options, given);
  if (kind !== 'choice') return given;
  // A function is its name, or an object that holds it.
  const name = member(given, 'class_name') === 'function' ? member(given, 'config') : (given ?? 'linear');
  if (typeof name !== 'string') return undefined;
  const wanted = aliases[plain(name)] ?? plain(name);
  // Before Keras 3 it was another function of that name.
  if (legacy && wanted === 'hardsigmoid') return undefined;
  return options.find((option) => plain(option) === wanted);
}

function namedValue(role: NamedRole, options: readonly string[], given: unknown): Named | undefined {
  if (given === null) return options.includes('none') ? { name: 'none' } : undefined;
  const called = typeof given === 'string' ? given : member(given, 'class_name');
  if (typeof called !== 'string') return undefined;
  const config = member(given, 'config');
  const wanted = plain(called).replace(/initializer$/, '');
  if (wanted === 'variancescaling') return scaling(config);
  const name = options.find((option) => plain(option) === wanted);
  if (name === undefined) return undefined;
  const settings = Object.entries(namedTables[role][name] ?? {}).map(([setting, initial]) => [
    setting,
    member(config, snakeCase(setting)) ?? initial,
  ]);
  return { name, ...(Object.fromEntries(settings) as Readonly<Record<string, number>>) };
}

/** Our own `varianceScaling` is by the fan in, from a truncated normal distribution, as Keras's is by default. */
function scaling(config: unknown): Named | undefined {
  const scale = member(config, 'scale') ?? 1;
  const mode = String(member(config, 'mode') ?? 'fan_in');
  const distribution = String(member(config, 'distribution') ?? 'truncated_normal').replace(
    /^normal$/,
    'truncated_normal',
  );
  const name = scalings[`${String(scale)} ${mode} ${distribution}`];
  if (name !== undefined) return { name };
  const own = mode === 'fan_in' && distribution === 'truncated_normal' && typeof scale === 'number';
  return own ? { name: 'varianceScaling', scale } : undefined;
}
