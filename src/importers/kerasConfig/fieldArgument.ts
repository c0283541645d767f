import type { Field } from '../../brick/fields';
import type { Argument } from '../../brick/call';
import type { NamedArgument, Settings } from '../../brick/namedArgument';
import { type NamedRole, namedTables } from '../../brick/named';
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
 * A value of a Keras configuration as an argument for a field: a choice by the name that it has here. What cannot be one
 * stays as it was, and the field's schema refuses it.
 */
export function fieldArgument({ kind, options = [] }: Field, given: unknown, legacy: boolean): Argument {
  if (isNamed(kind)) return given === null ? null : (namedArgument(kind, options, given) ?? String(given));
  if (kind !== 'choice') return given as Argument;
  // A function is its name, or an object that holds it.
  const name = member(given, 'class_name') === 'function' ? member(given, 'config') : (given ?? 'linear');
  const wanted = aliases[plain(String(name))] ?? plain(String(name));
  // Before Keras 3 it was another function of that name.
  if (legacy && wanted === 'hardsigmoid') return 'hard_sigmoid';
  return options.find((option) => plain(option) === wanted) ?? String(name);
}

function namedArgument(role: NamedRole, options: readonly string[], given: unknown): NamedArgument | null {
  const called = typeof given === 'string' ? given : member(given, 'class_name');
  const config = member(given, 'config');
  const wanted = plain(String(called)).replace(/initializer$/, '');
  if (wanted === 'variancescaling') return scaling(config);
  const name = options.find((option) => plain(option) === wanted);
  if (name === undefined) return null;
  const settings = Object.entries(namedTables[role][name] ?? {}).map(([setting, initial]) => [
    setting,
    member(config, snakeCase(setting)) ?? initial,
  ]);
  return { role, name, settings: Object.fromEntries(settings) as Settings };
}

/** Our own `varianceScaling` is by the fan in, from a truncated normal distribution, as Keras's is by default. */
function scaling(config: unknown): NamedArgument | null {
  const scale = member(config, 'scale') ?? 1;
  const mode = String(member(config, 'mode') ?? 'fan_in');
  const distribution = String(member(config, 'distribution') ?? 'truncated_normal').replace(
    /^normal$/,
    'truncated_normal',
  );
  const name = scalings[`${String(scale)} ${mode} ${distribution}`];
  if (name !== undefined) return { role: 'initializer', name, settings: {} };
  const own = mode === 'fan_in' && distribution === 'truncated_normal' && typeof scale === 'number';
  return own ? { role: 'initializer', name: 'varianceScaling', settings: { scale } } : null;
}
