import type { Value } from '../values/value';
import type { Config, Json } from '../../kerasGraph/kerasGraph';
import { CodeError } from '../codeError';
import { plainValue } from './plain';
import { type Signature } from './signatures';

/** Arguments that say nothing of what a layer computes and where it stands. */
const passing = new Set('name trainable dtype weights seed autocast batch_size'.split(' '));

/** Other names that Keras had, or has, for an argument. */
const formerNames: Readonly<Record<string, string>> = {
  alpha: 'negative_slope',
  output_dim: 'units',
  nb_filter: 'filters',
  border_mode: 'padding',
  subsample: 'strides',
  init: 'kernel_initializer',
  bias: 'use_bias',
  W_regularizer: 'kernel_regularizer',
  b_regularizer: 'bias_regularizer',
  W_constraint: 'kernel_constraint',
  p: 'rate',
  dim_ordering: 'data_format',
  inner_activation: 'recurrent_activation',
};

/** The name that Keras 3 has for an argument of a class with this signature. */
export function argumentName(name: string, signature: Signature | null): string {
  const known = (wanted: string) => signature?.some(([each]) => each === wanted) === true;
  const former = formerNames[name];
  return !known(name) && former !== undefined && known(former) ? former : name;
}

/** Arguments of a layer as Keras's configuration has them; the shape of an input is kept with the rest. */
export function configOf(
  given: ReadonlyMap<string, Value>,
  className: string,
  signature: Signature | null,
  line: number,
): Config {
  const config: Record<string, Json> = {};
  for (const [written, value] of given) {
    const name = argumentName(written, signature);
    if (passing.has(name)) continue;
    const json = valueFor(value, className, name, line);
    if (json !== undefined) config[name] = json;
  }
  return config;
}

/** Undefined: the argument is left out. */
function valueFor(value: Value, className: string, name: string, line: number): Json | undefined {
  // How weights start is not said by data that are only there when the code runs.
  const isStart = /_(initializer|regularizer|constraint)$/.test(name);
  try {
    return plainValue(value, { line, wanted: `${className}.${name}` });
  } catch (error) {
    if (isStart && error instanceof CodeError && error.code === 'unknownValue') return undefined;
    throw error;
  }
}
