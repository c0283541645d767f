import type { Layer } from './layer';
import type { Emitted } from '../graph/graph';
import type { Value } from '../graph/parts';

/** A size that is known, −1 for what is left over, or the size of an axis of a value, as that lies in memory. */
export type Dim = number | { readonly of: Value; readonly axis: number };

/** Places of Keras's axes (without the batch) where the value lies, with the batch as 0. */
export function places(value: Value): readonly number[] {
  const rank = value.shape.length;
  return value.shape.map((_, axis) => (value.first ? (axis === rank - 1 ? 1 : axis + 2) : axis + 1));
}

/** All sizes of a value as it lies in memory. */
export function dimsOf(value: Value): readonly Dim[] {
  const sizes: Dim[] = [{ of: value, axis: 0 }];
  places(value).forEach((place, axis) => (sizes[place] = value.shape[axis] ?? { of: value, axis: place }));
  return sizes;
}

/** These sizes as a list of whole numbers for an operator. */
export function sizesValue(layer: Layer, dims: readonly Dim[]): Value {
  if (dims.every((dim) => typeof dim === 'number')) return layer.whole(...dims);
  const parts: Value[] = [];
  let known: number[] = [];
  const flush = () => {
    if (known.length > 0) parts.push(layer.whole(...known));
    known = [];
  };
  for (const dim of dims) {
    if (typeof dim === 'number') known.push(dim);
    else {
      flush();
      parts.push(sizeOf(layer, dim));
    }
  }
  flush();
  return parts.length === 1 ? parts[0]! : layer.part('Concat', parts, { attributes: { axis: 0 }, type: 'int64' });
}

/** One size as a list of one whole number. */
export function sizeOf(layer: Layer, dim: Dim): Value {
  if (typeof dim === 'number') return layer.whole(dim);
  const { of, axis } = dim;
  return layer.part('Shape', [of], { attributes: { start: axis, end: axis + 1 }, type: 'int64' });
}

/** Is the operator the layer itself, or only a part of it? */
type Kind = 'main' | 'part';

/** The value in another shape. */
export function reshape(
  layer: Layer,
  value: Value,
  dims: readonly Dim[],
  emitted: Emitted = {},
  kind: Kind = 'part',
): Value {
  // 0 keeps a size, −1 works out one that is open.
  const plain = dims.map((dim, at) => (typeof dim === 'number' ? dim : dim.of === value && dim.axis === at ? 0 : -1));
  const open = plain.filter((size) => size === -1).length;
  const target = open <= 1 ? layer.whole(...plain) : sizesValue(layer, dims);
  return layer[kind]('Reshape', [value, target], { type: value.type, ...emitted });
}

/** What is in these ranges, by place, `end` exclusive; a negative end counts from the end. */
export function slice(
  layer: Layer,
  value: Value,
  ranges: readonly { readonly place: number; readonly start: Dim | Value; readonly end: Dim | Value }[],
  emitted: Emitted = {},
  kind: Kind = 'part',
): Value {
  const list = (ends: readonly (Dim | Value)[]) =>
    ends.length === 1 && typeof ends[0] === 'object' && 'name' in ends[0]
      ? ends[0]
      : sizesValue(layer, ends as readonly Dim[]);
  const starts = list(ranges.map(({ start }) => start));
  const stops = list(ranges.map(({ end }) => end));
  return layer[kind]('Slice', [value, starts, stops, layer.whole(...ranges.map(({ place }) => place))], emitted);
}
