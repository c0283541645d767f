import { reshaped, shapeTuple } from '../values/arrays';
import type { BatchShape, Tensor, Value } from '../values/value';
import { none } from '../values/make';
import { operated } from './operated';
import { type Operands, type Operation, numbersIn, plain } from './operation';

/** The tensor in another shape; null where a size besides the batch is open. */
function inShape(tensor: Tensor, shape: BatchShape, name: string, { call }: Operands): Tensor | null {
  if (shape.slice(1).some((size) => size === null)) return null;
  return operated('Reshape', { target_shape: shape.slice(1) }, name, [tensor], call);
}

const reshape: Operation = (operands) => {
  const [tensor] = operands.tensors;
  // A size that comes from the tensor itself is the batch.
  const given = operands.argument(0, 'newshape', 'new_shape', 'shape');
  const items = given && 'items' in given ? given.items.map((item) => (item.kind === 'unknown' ? none : item)) : null;
  const sizes = items?.map((item) => (item.kind === 'number' ? item.value : null));
  if (!tensor?.shape || !sizes || sizes.length < 2) return null;
  const rest = sizes.slice(1);
  const known = rest.includes(-1) ? reshaped(tensor.shape.slice(1), rest) : rest;
  return inShape(tensor, [null, ...known], 'reshape', operands);
};

const axisOf = (operands: Operands, rank: number): number | null => {
  const axis = numbersIn(plain(operands, operands.argument(0, 'axis')))?.[0];
  return axis === undefined || axis === null ? null : axis < 0 ? axis + rank : axis;
};

const expand: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const axis = tensor?.shape ? axisOf(operands, tensor.shape.length + 1) : null;
  if (!tensor?.shape || axis === null || axis === 0) return null;
  return inShape(tensor, [...tensor.shape.slice(0, axis), 1, ...tensor.shape.slice(axis)], 'expand_dims', operands);
};

const squeeze: Operation = (operands) => {
  const [tensor] = operands.tensors;
  if (!tensor?.shape) return null;
  const axis = axisOf(operands, tensor.shape.length);
  const shape = tensor.shape.filter((size, place) => (axis === null ? place === 0 || size !== 1 : place !== axis));
  return inShape(tensor, shape, 'squeeze', operands);
};

const transpose: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const order = numbersIn(plain(operands, operands.argument(0, 'axes', 'perm', 'pattern')));
  if (!tensor || !order || order[0] !== 0) return null;
  return operated('Permute', { dims: order.slice(1) }, 'transpose', [tensor], operands.call);
};

/** A mean or maximum over all axes between batch and channels is a layer of Keras. */
const pooled =
  (kind: 'Average' | 'Max'): Operation =>
  (operands) => {
    const { tensors, name, call } = operands;
    const [tensor] = tensors;
    const rank = tensor?.shape?.length ?? 0;
    const axes = numbersIn(plain(operands, operands.argument(0, 'axis')))?.map((axis) => ((axis ?? 0) + rank) % rank);
    const all = Array.from({ length: rank - 2 }, (_, axis) => axis + 1);
    if (!tensor || rank < 3 || rank > 5 || axes?.toSorted().join() !== all.join()) return null;
    const keeps = operands.argument(1, 'keepdims', 'keep_dims');
    const config = keeps?.kind === 'boolean' && keeps.value ? { keepdims: true } : {};
    return operated(`Global${kind}Pooling${rank - 2}D`, config, name.replace('reduce_', ''), [tensor], call);
  };

const padded: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const sides = plain(operands, operands.argument(0, 'paddings', 'pad_width', 'padding'));
  const mode = operands.argument(1, 'mode');
  if (!tensor || !Array.isArray(sides) || (mode?.kind === 'string' && mode.value.toLowerCase() !== 'constant'))
    return null;
  const ends = sides.map((side) => numbersIn(side));
  if (ends.some((end) => end?.length !== 2) || [ends[0], ends.at(-1)].some((end) => end?.some((size) => size !== 0)))
    return null;
  const inside = ends.slice(1, -1) as (readonly number[])[];
  if (inside.length < 1 || inside.length > 3) return null;
  const padding = inside.length === 1 ? inside[0]! : inside;
  return operated(`ZeroPadding${inside.length}D`, { padding }, 'pad', [tensor], operands.call);
};

const resize: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const size = numbersIn(plain(operands, operands.argument(0, 'size')));
  const how = operands.argument(1, 'method', 'interpolation');
  const interpolation =
    how?.kind === 'string' ? how.value : how && 'name' in how ? String(how.name).toLowerCase() : 'bilinear';
  if (!tensor || size?.length !== 2 || size.includes(null)) return null;
  return operated('Resizing', { height: size[0]!, width: size[1]!, interpolation }, 'resize', [tensor], operands.call);
};

const shapeOf: Operation = ({ tensors: [tensor] }): Value | null => (tensor?.shape ? shapeTuple(tensor.shape) : null);

const flatten: Operation = ({ tensors: [tensor], call }) =>
  tensor ? operated('Flatten', {}, 'flatten', [tensor], call) : null;

const repeat: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const n = operands.argument(0, 'n');
  if (tensor?.shape?.length !== 2 || n?.kind !== 'number' || operands.name !== 'repeat') return null;
  return operated('RepeatVector', { n: n.value }, 'repeat_vector', [tensor], operands.call);
};

const own: Readonly<Record<string, Operation>> = {
  reshape,
  expand_dims: expand,
  squeeze,
  transpose,
  permute_dimensions: transpose,
  mean: pooled('Average'),
  reduce_mean: pooled('Average'),
  max: pooled('Max'),
  reduce_max: pooled('Max'),
  pad: padded,
  resize,
  shape: shapeOf,
  int_shape: shapeOf,
  flatten,
  batch_flatten: flatten,
  repeat,
};

/** Operations that change a tensor's shape, or bring it to fewer values. */
export const reshaping = (name: string): Operation | null => (Object.hasOwn(own, name) ? own[name]! : null);
