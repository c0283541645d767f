import type { Machine, Value } from '../values/value';
import { int, keyOf, list, text, tuple, unknown } from '../values/make';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { slicedArray } from '../values/arrays';
import { slicedTensor } from '../operations/slices';
import { rangeLength } from './iterate';
import { special } from './methods';

/** `object[index]`. Throws `CodeError('index')`. */
export function itemOf(object: Value, index: Value, machine: Machine, line: number): Value {
  if (object.kind === 'unknown') return object;
  if (index.kind === 'unknown') return index;
  if (object.kind === 'dict') {
    const entry = object.entries.get(keyOf(index));
    if (entry) return entry[1];
    throw new CodeError('index', line, { object: 'dict', index: written(index) });
  }
  if (object.kind === 'array') return slicedArray(object, index);
  if (object.kind === 'tensor') return slicedTensor(object, index, machine, line);
  // The tables of scikit-learn take a name as a key, too.
  const field = object.kind === 'instance' && index.kind === 'string' ? object.fields.get(index.value) : undefined;
  if (field) return field;
  if (object.kind === 'object') return object.item?.(index, machine, line) ?? unknown(`${object.name}[…]`, line);
  if (object.kind === 'instance')
    return special(object, '__getitem__', [index], machine, line) ?? unknown(`${written(object)}[…]`, line);
  const items = sequenceOf(object);
  if (items === null) return unknown(`${written(object)}[…]`, line);
  if (index.kind === 'slice') {
    const chosen = sliced(items, index);
    if (chosen === null) return unknown(`${written(object)}[…]`, line);
    if (object.kind === 'string')
      return text(chosen.map((item) => (item.kind === 'string' ? item.value : '')).join(''));
    return object.kind === 'tuple' ? tuple(chosen) : list(chosen);
  }
  if (index.kind !== 'number' && index.kind !== 'boolean') {
    throw new CodeError('index', line, { object: written(object), index: written(index) });
  }
  const at = Number(index.value);
  const item = items[at < 0 ? items.length + at : at];
  if (item === undefined) throw new CodeError('index', line, { object: written(object), index: written(index) });
  return item;
}

function sequenceOf(object: Value): readonly Value[] | null {
  if (object.kind === 'list' || object.kind === 'tuple') return object.items;
  if (object.kind === 'string') return Array.from(object.value, text);
  if (object.kind !== 'range') return null;
  const length = Math.min(rangeLength(object), 100_000);
  return Array.from({ length }, (_, index) => int(object.start + index * object.step));
}

/** Bounds of a slice as Python takes them; null where they are no numbers. */
export function bounds(
  { start, stop, step }: Value & { readonly kind: 'slice' },
  length: number,
): { readonly from: number; readonly to: number; readonly by: number } | null {
  const number = (value: Value, otherwise: number) =>
    value.kind === 'none' ? otherwise : value.kind === 'number' ? Math.trunc(value.value) : null;
  const by = number(step, 1);
  if (by === null || by === 0) return null;
  const from = number(start, by > 0 ? 0 : length - 1);
  const to = number(stop, by > 0 ? length : -length - 1);
  if (from === null || to === null) return null;
  const clamp = (value: number) => {
    const at = value < 0 ? value + length : value;
    return Math.min(Math.max(at, by > 0 ? 0 : -1), by > 0 ? length : length - 1);
  };
  return { from: clamp(from), to: clamp(to), by };
}

function sliced(items: readonly Value[], slice: Value & { readonly kind: 'slice' }): Value[] | null {
  const range = bounds(slice, items.length);
  if (!range) return null;
  const chosen: Value[] = [];
  for (let at = range.from; range.by > 0 ? at < range.to : at > range.to; at += range.by) {
    const item = items[at];
    if (item !== undefined) chosen.push(item);
  }
  return chosen;
}

/** `del object[index]`. What has no places is left as it is. */
export function removeItem(object: Value, index: Value, machine: Machine, line: number): void {
  if (object.kind === 'instance') special(object, '__delitem__', [index], machine, line);
  else if (object.kind === 'dict') object.entries.delete(keyOf(index));
  else if (object.kind === 'list' && index.kind === 'number') object.items.splice(index.value, 1);
}

/** `object[index] = value`. What has no places is left as it is. */
export function setItem(object: Value, index: Value, value: Value, machine: Machine, line: number): void {
  if (object.kind === 'instance') {
    special(object, '__setitem__', [index, value], machine, line);
    return;
  }
  if (object.kind === 'dict') {
    object.entries.set(keyOf(index), [index, value]);
    return;
  }
  if (object.kind !== 'list' || index.kind !== 'number') return;
  const at = index.value < 0 ? object.items.length + index.value : index.value;
  if (at < 0 || at >= object.items.length) {
    throw new CodeError('index', line, { object: written(object), index: written(index) });
  }
  object.items[at] = value;
}
