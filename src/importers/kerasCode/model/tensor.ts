import type { Tensor, Value } from '../values/value';

/** All tensors in a value, in order: alone, or in lists, tuples and dictionaries. */
export function tensorsIn(value: Value | undefined, depth = 0): Tensor[] {
  if (!value || depth > 8) return [];
  if (value.kind === 'tensor') return [value];
  if (value.kind === 'list' || value.kind === 'tuple') return value.items.flatMap((item) => tensorsIn(item, depth + 1));
  if (value.kind !== 'dict') return [];
  // Keras takes them by the order of their keys.
  const entries = [...value.entries].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.flatMap(([, [, each]]) => tensorsIn(each, depth + 1));
}
