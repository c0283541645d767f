import { activationNames, activationOf, activations } from './activations';
import { arithmetic } from './arithmetic';
import { clip } from './bounds';
import { joining } from './joined';
import type { Operation } from './operation';
import type { Parts } from './part';
import { pictures } from './pictures';
import { reductions } from './reductions';
import { reshapings } from './reshaping';
import { slices } from './slices';

/** By the operation's name in Keras. */
const rules: Readonly<Record<string, (operation: Operation) => Parts | null>> = {
  ...arithmetic,
  ...activations,
  ...reductions,
  ...reshapings,
  ...slices,
  ...joining,
  ...pictures,
  clip,
};

/** What Keras calls the same: by the names of TensorFlow, NumPy and Python. */
const aliases: Readonly<Record<string, string>> = {
  abs: 'absolute',
  neg: 'negative',
  concat: 'concatenate',
  add_v2: 'add',
  mul: 'multiply',
  sub: 'subtract',
  truediv: 'true_divide',
  real_div: 'divide',
  pow: 'power',
  clip_by_value: 'clip',
  getitem: 'get_item',
  reduce_mean: 'mean',
  reduce_max: 'max',
  reduce_min: 'min',
  reduce_sum: 'sum',
};

/** What Keras calls an operation. */
export const kerasName = (name: string): string => (Object.hasOwn(aliases, name) ? aliases[name]! : name);

/** Whether layers do an operation, if it is given what they can. */
export const hasRule = (name: string): boolean => Object.hasOwn(rules, kerasName(name));

/** Whether Keras has an operation of this name that layers do, if it is given what they can. */
export const isOperation = (name: string): boolean => hasRule(name) || activationNames.has(name);

/**
 * The layers that together do what an operation of Keras or TensorFlow does, exactly; null where none do so. One rule for
 * files and for code.
 */
export function partsOf(operation: Operation): Parts | null {
  const name = kerasName(operation.name);
  const rule = hasRule(name) ? rules[name] : undefined;
  return rule ? rule({ ...operation, name }) : activationOf({ ...operation, name });
}
