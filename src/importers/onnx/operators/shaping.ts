import type { Operation } from '../operation';
import { type Size, type TensorValue, countOf, identity, isSame, layerShape } from '../value';
import { readsInAnyOrder } from './readsInAnyOrder';

export const same = (operation: Operation): void => operation.give(operation.value(0));

/** ONNX `Dropout`: its rate is an input since version 12. */
export function dropout(operation: Operation): void {
  const rate = operation.has(1) ? operation.constant(1).values[0]! : operation.float('ratio', 0.5);
  operation.giveEach('Dropout', { rate: Number(rate.toPrecision(7)) }, operation.tensor(0));
}

/** For each number of a layer's output the place that ONNX has it at. */
export function orderOf(value: TensorValue): Int32Array | null {
  const sizes = layerShape(value);
  if (sizes.includes(null)) return null;
  const own = value.dims.map((size, at) => (value.axes[at] === 0 ? 1 : size!));
  const strides = own.map((_, at) => own.slice(at + 1).reduce((product, size) => product * size, 1));
  const steps = sizes.map((_, axis) => strides[value.axes.indexOf(axis + 1)]!);
  const order = new Int32Array(countOf(sizes)!);
  const index = sizes.map(() => 0);
  for (let at = 0, from = 0; at < order.length; at++) {
    order[at] = from;
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      index[axis]!++;
      from += steps[axis]!;
      if (index[axis]! < sizes[axis]!) break;
      from -= steps[axis]! * sizes[axis]!;
      index[axis] = 0;
    }
  }
  return order;
}

/** Everything but the batch in one axis. */
function flat(operation: Operation, value: TensorValue): void {
  if (value.axes[0] !== 0) throw operation.unfit();
  const { conversion } = operation;
  const count = countOf(value.dims.slice(1));
  const real = value.axes.filter((axis) => axis >= 0);
  if (real.length === 2) {
    // Already flat: axes of size 1 are no more.
    operation.give({ ...value, axes: [0, 1], dims: [value.dims[0]!, count] });
    return;
  }
  const order = orderOf(value);
  const isStraight =
    order !== null
      ? order.every((from, at) => from === at)
      : isSame(
          real,
          real.toSorted((a, b) => a - b),
        );
  const isFree = isStraight || (order !== null && readsInAnyOrder(conversion, operation.node.outputs[0]!));
  const input = isFree ? value : conversion.turned(value, identity(value.axes.length));
  const { name } = operation.layer('Flatten', {}, [input]);
  const output: TensorValue = { kind: 'tensor', layer: name, axes: [0, 1], dims: [value.dims[0]!, count] };
  operation.give(isStraight || !isFree ? output : { ...output, order: order! });
}

/** ONNX `Flatten`: at axis 1 all of a sample in one axis. */
export function flatten(operation: Operation): void {
  const value = operation.tensor(0);
  const axis = operation.int('axis', 1);
  if (axis !== 1 && axis !== 1 - value.axes.length) throw operation.refuse('axis', axis);
  if (value.axes.length === 2) operation.give(value);
  else flat(operation, value);
}

/** Sizes that are meant: 0 is that of the input, −1 what is left. */
function meant(operation: Operation, value: TensorValue, given: readonly number[]): Size[] {
  const isLiteral = operation.int('allowzero', 0) === 1;
  const sizes = given.map((size, at): Size => (size === 0 && !isLiteral ? (value.dims[at] ?? null) : size));
  const open = sizes.flatMap((size, at) => (size === -1 || size === null ? [at] : []));
  // The batch is open, or of a size that the file fixes.
  const rest = open.filter((at) => at !== 0);
  const count = countOf(value.dims.slice(1));
  if (rest.length === 0) {
    // Where a size is open the batch may take it in.
    if (count === null) throw operation.refuse('shape', given);
    return [null, ...sizes.slice(1)];
  }
  if (rest.length > 1 || count === null) throw operation.refuse('shape', given);
  const known = countOf(sizes.slice(1).map((size, at) => (at + 1 === rest[0] ? 1 : size)))!;
  return [null, ...sizes.slice(1).map((size, at) => (at + 1 === rest[0] ? count / known : size))];
}

/** ONNX `Reshape`; the batch stays. */
export function reshape(operation: Operation): void {
  const value = operation.straight(0);
  const given = operation.intsOr('shape', 1);
  if (given === null || given.length === 0) throw operation.unfit();
  const dims = meant(operation, value, given);
  const [count, wanted] = [countOf(value.dims.slice(1)), countOf(dims.slice(1))];
  if (value.axes[0] !== 0 || (count !== null && wanted !== count)) throw operation.refuse('shape', given);
  if (dims.length === 2) {
    flat(operation, value);
    return;
  }
  if (isSame(dims.slice(1), value.dims.slice(1))) {
    operation.give(value);
    return;
  }
  const input = operation.conversion.turned(value, identity(value.axes.length));
  const shape = dims.slice(1);
  if (shape.includes(null) || dims.length < 2) throw operation.refuse('shape', given);
  const { name } = operation.layer('Reshape', { target_shape: shape }, [input]);
  operation.give({ kind: 'tensor', layer: name, axes: identity(dims.length), dims });
}

/** ONNX `Transpose`: nothing moves, the axes are called otherwise. */
export function transpose(operation: Operation): void {
  const value = operation.value(0);
  const perm = operation.ints('perm');
  if (value.kind === 'directions') {
    if (perm?.length !== 4) throw operation.unfit();
    operation.give({ ...value, axes: perm.map((at) => value.axes[at]!) });
    return;
  }
  const input = operation.straight(0);
  const order = perm ?? identity(input.axes.length).toReversed();
  if (order.length !== input.axes.length) throw operation.refuse('perm', order);
  operation.give({ ...input, axes: order.map((at) => input.axes[at]!), dims: order.map((at) => input.dims[at]!) });
}

/** ONNX `Unsqueeze`: axes of size 1 that no layer needs. */
export function unsqueeze(operation: Operation): void {
  const value = operation.straight(0);
  const given = operation.intsOr('axes', 1) ?? [];
  const rank = value.axes.length + given.length;
  const added = new Set(given.map((axis) => (axis < 0 ? axis + rank : axis)));
  const [axes, dims]: [number[], Size[]] = [[], []];
  for (let at = 0, from = 0; at < rank; at++) {
    axes.push(added.has(at) ? -1 : value.axes[from]!);
    dims.push(added.has(at) ? 1 : value.dims[from]!);
    if (!added.has(at)) from++;
  }
  operation.give({ ...value, axes, dims });
}

/** ONNX `Squeeze`: takes away axes of size 1. */
export function squeeze(operation: Operation): void {
  const value = operation.straight(0);
  const rank = value.axes.length;
  const ones = identity(rank).filter((at) => value.dims[at] === 1 && value.axes[at] !== 0);
  const gone = operation.intsOr('axes', 1)?.map((axis) => (axis < 0 ? axis + rank : axis)) ?? ones;
  if (gone.some((at) => value.dims[at] !== 1 || value.axes[at] === 0)) throw operation.refuse('axes', gone);
  const left = identity(rank).filter((at) => !gone.includes(at));
  const [axes, dims] = [left.map((at) => value.axes[at]!), left.map((at) => value.dims[at]!)];
  if (gone.every((at) => value.axes[at] === -1)) {
    operation.give({ ...value, axes, dims });
    return;
  }
  const whole = { ...value, axes, dims };
  const places = axes.toSorted((a, b) => a - b);
  const shape = places.slice(1).map((axis) => dims[axes.indexOf(axis)]!);
  if (axes.includes(-1) || shape.some((size) => size === null)) throw operation.refuse('axes', gone);
  const { name } = operation.layer('Reshape', { target_shape: shape }, [whole]);
  operation.give({ ...whole, layer: name, axes: axes.map((axis) => places.indexOf(axis)) });
}

/** ONNX `Concat`. */
export function concat(operation: Operation): void {
  const all = operation.node.inputs.map((_, at) => operation.straight(at));
  const first = operation.conversion.turned(
    all[0]!,
    all[0]!.axes.includes(-1) ? identity(all[0]!.axes.length) : all[0]!.axes,
  );
  if (all.some(({ axes }) => axes.length !== first.axes.length)) throw operation.unfit();
  const inputs = [first, ...all.slice(1).map((each) => operation.conversion.turned(each, first.axes))];
  const rank = first.axes.length;
  const given = operation.int('axis', -1);
  const axis = given < 0 ? given + rank : given;
  const own = first.axes[axis]!;
  if (own === 0) throw operation.refuse('axis', given);
  const { name } = operation.layer('Concatenate', { axis: own === rank - 1 ? -1 : own }, inputs);
  const sizes = inputs.map(({ dims }) => dims[axis]!);
  const total = sizes.reduce<Size>((sum, size) => (sum === null || size === null ? null : sum + size), 0);
  operation.give({ ...first, layer: name, dims: first.dims.map((size, at) => (at === axis ? total : size)) });
}

/** ONNX `Tile`: a vector again and again. */
export function tile(operation: Operation): void {
  const value = operation.straight(0);
  const repeats = Array.from(operation.constant(1).values);
  const isVector = isSame(value.axes, [0, -1, 1]) && repeats.length === 3 && repeats[0] === 1 && repeats[2] === 1;
  if (!isVector) throw operation.refuse('repeats', repeats);
  const { name } = operation.layer('RepeatVector', { n: repeats[1]! }, [value]);
  operation.give({ kind: 'tensor', layer: name, axes: [0, 1, 2], dims: [value.dims[0]!, repeats[1]!, value.dims[2]!] });
}
