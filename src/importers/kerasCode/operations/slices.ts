import type { Machine, Tensor, Value } from '../values/value';
import type { Json } from '../../kerasGraph/kerasGraph';
import { slicedArray } from '../values/arrays';
import { operated, unknownOperation } from './operated';

/** `tensor[…]`: a crop where a layer cuts so, else an operation that stays as it is. */
export function slicedTensor(tensor: Tensor, index: Value, machine: Machine, line: number): Value {
  const made = { machine, line };
  const { shape } = tensor;
  const crop = shape ? cropping(shape, index) : null;
  if (crop?.every(([before, after]) => before === 0 && after === 0)) return tensor;
  if (crop && (crop.length === 1 || crop.length === 2 || crop.length === 3)) {
    const cut: Json = crop.length === 1 ? crop[0]! : crop;
    return operated(`Cropping${crop.length}D`, { cropping: cut }, 'get_item', [tensor], made);
  }
  const step = shape ? stepOf(shape, index) : null;
  if (step) {
    const one = operated('Cropping1D', { cropping: step }, 'get_item', [tensor], made);
    return operated('Flatten', {}, 'get_item', [one], made);
  }
  const cut = shape && slicedArray({ kind: 'array', shape, dataset: null }, index).shape;
  return unknownOperation('get_item', [tensor], new Map([['key', index]]), cut, made);
}

/** `x[:, −1, :]`: what is cut off before and behind one step of a sequence; null for any other slice. */
function stepOf([, steps, ...features]: readonly (number | null)[], index: Value): readonly [number, number] | null {
  const [batch, at, rest, ...more] = index.kind === 'tuple' ? index.items : [];
  if (typeof steps !== 'number' || features.length !== 1 || at?.kind !== 'number' || more.length > 0) return null;
  if (![batch, rest].every((each) => each === undefined || isAll(each))) return null;
  const place = at.value < 0 ? steps + at.value : at.value;
  return place >= 0 && place < steps ? [place, steps - 1 - place] : null;
}

const isAll = (value: Value) =>
  value.kind === 'slice' && [value.start, value.stop, value.step].every(({ kind }) => kind === 'none');

/** What is cut off at both ends of every axis between batch and channels; null where the slice does something else. */
function cropping(shape: readonly (number | null)[], index: Value): (readonly [number, number])[] | null {
  const indices = index.kind === 'tuple' ? index.items : [index];
  if (indices.length > shape.length || indices.some(({ kind }) => kind !== 'slice')) return null;
  const cuts = shape.map((size, axis) => cutOf(size, indices[axis]));
  const whole = (cut: readonly [number, number] | null | undefined) => cut?.[0] === 0 && cut[1] === 0;
  if (cuts.some((cut) => cut === null) || !whole(cuts[0]) || !whole(cuts.at(-1))) return null;
  return cuts.slice(1, -1) as (readonly [number, number])[];
}

function cutOf(size: number | null, slice: Value | undefined): readonly [number, number] | null {
  if (slice === undefined) return [0, 0];
  const { start, stop, step } = slice as Extract<Value, { readonly kind: 'slice' }>;
  if (step.kind !== 'none' && !(step.kind === 'number' && step.value === 1)) return null;
  const before = start.kind === 'none' ? 0 : start.kind === 'number' && start.value >= 0 ? start.value : null;
  const end = stop.kind === 'none' ? 0 : stop.kind === 'number' ? stop.value : null;
  if (before === null || end === null) return null;
  if (stop.kind === 'none') return [before, 0];
  if (end < 0) return [before, -end];
  return size === null ? null : [before, Math.max(0, size - end)];
}
