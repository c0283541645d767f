import type { ArrayValue, Value } from './value';
import { int, tuple } from './make';

export const array = (shape: readonly (number | null)[], dataset: string | null = null): ArrayValue => ({
  kind: 'array',
  shape,
  dataset,
});

/** The shape as the tuple that Python has for it; an unknown size is `None`. */
export function shapeTuple(shape: readonly (number | null)[]): Value {
  return tuple(shape.map((size) => (size === null ? { kind: 'none' } : int(size))));
}

/** Length of a slice of an axis; null where it cannot be told. */
function sliceLength(size: number | null, { start, stop, step }: Value & { readonly kind: 'slice' }): number | null {
  const whole = start.kind === 'none' && stop.kind === 'none';
  if (whole && step.kind === 'none') return size;
  const number = (value: Value, otherwise: number) => (value.kind === 'number' ? value.value : otherwise);
  if (size === null || [start, stop, step].some((value) => value.kind !== 'none' && value.kind !== 'number'))
    return null;
  const place = (value: number) => Math.min(Math.max(value < 0 ? value + size : value, 0), size);
  const length = place(number(stop, size)) - place(number(start, 0));
  return Math.max(0, Math.ceil(length / Math.max(1, Math.abs(number(step, 1)))));
}

/** Part of an array: numbers drop an axis, `None` or `np.newaxis` adds one, `...` stands for all between. */
export function slicedArray({ shape, dataset }: ArrayValue, index: Value): ArrayValue {
  const indices = index.kind === 'tuple' ? index.items : [index];
  const taken = indices.filter(({ kind }) => kind !== 'none' && kind !== 'ellipsis').length;
  const sizes: (number | null)[] = [];
  let axis = 0;
  for (const each of indices) {
    if (each.kind === 'none') sizes.push(1);
    else if (each.kind === 'ellipsis') {
      const rest = Math.max(0, shape.length - taken);
      sizes.push(...shape.slice(axis, axis + rest));
      axis += rest;
    } else {
      if (each.kind === 'slice') sizes.push(sliceLength(shape[axis] ?? null, each));
      else if (each.kind === 'array' || each.kind === 'list') sizes.push(null);
      axis += 1;
    }
  }
  return array([...sizes, ...shape.slice(axis)], dataset);
}

/** The shape after `reshape`, where −1 is what is left; null for a size that is not said. */
export function reshaped(shape: readonly (number | null)[], wanted: readonly (number | null)[]): (number | null)[] {
  const product = (sizes: readonly (number | null)[]) =>
    sizes.reduce<number | null>((all, size) => (all === null || size === null ? null : all * size), 1);
  const all = product(shape);
  const rest = product(wanted.filter((size) => size !== -1));
  return wanted.map((size) => (size !== -1 ? size : all === null || rest === null || rest === 0 ? null : all / rest));
}
