import { isConfig, isList, member } from '../kerasGraph/json';
import type { Config, Json, KerasCall } from '../kerasGraph/kerasGraph';

/** Lists in lists, deeper than any call of a layer. */
const deepest = 16;

/** Whether a part of a configuration is a tensor that comes in. */
export type IsTensor = (value: Json) => boolean;

/**
 * Arguments of a call as they were given, with a mark for each tensor; they are counted as they come. `mask`s are left
 * out: Keras makes them anew.
 */
export function givenArguments(
  args: readonly Json[],
  kwargs: Config,
  isTensor: IsTensor,
): NonNullable<KerasCall['given']> {
  let count = 0;
  const marked = (value: Json, depth: number): Json => {
    if (isTensor(value)) return { $input: count++ };
    if (depth > deepest) return null;
    if (isList(value)) return value.map((each) => marked(each, depth + 1));
    if (!isConfig(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each, depth + 1)]));
  };
  const first = args.map((each) => marked(each, 0));
  const named = Object.entries(kwargs).filter(([name]) => name !== 'mask');
  return { args: first, kwargs: Object.fromEntries(named.map(([name, value]) => [name, marked(value, 0)])) };
}

/** Keras 3 writes a tensor as an object with its history. */
export const isKerasTensor: IsTensor = (value) => member(member(value, 'config'), 'keras_history') !== undefined;
