import type { NamedArgument, Settings } from '../../brick/namedArgument';
import { type NamedRole, namedTables } from '../../brick/named';
import { snakeCase } from '../../compile/identifiers';
import { classOf, member } from './json';
import type { Json } from './kerasGraph';
import { shortNumber } from './shortNumber';

/** Names of one thing that differ only in case and underscores are the same; TensorFlow has second versions of some. */
export const plainName = (name: string) => name.toLowerCase().replaceAll('_', '');

/** What `VarianceScaling` is called that starts as another initializer does: scale, mode, distribution. */
const scalings: Readonly<Record<string, string>> = {
  '1 fan_avg uniform': 'glorotUniform',
  '1 fan_avg truncated_normal': 'glorotNormal',
  '2 fan_in uniform': 'heUniform',
  '1 fan_in uniform': 'leCunUniform',
};

/** An initializer, regularizer or constraint by its name here; null where there is none such. */
export function namedArgument(role: NamedRole, options: readonly string[], given: Json): NamedArgument | null {
  const config = member(given, 'config');
  const wanted = plainName(String(classOf(given)))
    .replace(/initializer$/, '')
    .replace(/v[12]$/, '');
  if (wanted === 'variancescaling') return scaling(config);
  const name = options.find((option) => plainName(option) === wanted);
  if (name === undefined) return null;
  const settings = Object.entries(namedTables[role][name] ?? {}).map(([setting, initial]) => [
    setting,
    shortNumber(member(config, snakeCase(setting)) ?? initial),
  ]);
  return { role, name, settings: Object.fromEntries(settings) as Settings };
}

/** Our own `varianceScaling` is by the fan in, from a truncated normal distribution, as Keras's is by default. */
function scaling(config: Json | undefined): NamedArgument | null {
  const scale = member(config, 'scale') ?? 1;
  const mode = String(member(config, 'mode') ?? 'fan_in').toLowerCase();
  const distribution = String(member(config, 'distribution') ?? 'truncated_normal').replace(
    /^normal$/,
    'truncated_normal',
  );
  const name = scalings[`${String(scale)} ${mode} ${distribution}`];
  if (name !== undefined) return { role: 'initializer', name, settings: {} };
  const own = mode === 'fan_in' && distribution === 'truncated_normal' && typeof scale === 'number';
  return own ? { role: 'initializer', name: 'varianceScaling', settings: { scale } } : null;
}
