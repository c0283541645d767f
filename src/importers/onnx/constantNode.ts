import { alike, filled, joined, placesOf, taken } from './constantArrays';
import type { OnnxConstant } from './file/onnxGraph';
import type { Operation } from './operation';
import type { ConstantValue, DirectionsValue, Value } from './value';
import { permutedValues } from './operators/weights';

const constant = (dims: readonly number[], values: OnnxConstant['values']): ConstantValue => ({
  kind: 'constant',
  dims,
  values,
});
const list = (values: readonly number[]) => constant([values.length], values);

/** ONNX `Constant` in one of its forms. */
function given({ node }: Operation): ConstantValue | null {
  const [attribute] = ['value', 'value_float', 'value_int', 'value_floats', 'value_ints'].flatMap(
    (name) => node.attributes.get(name) ?? [],
  );
  if (attribute === undefined) return null;
  if (attribute.constant) return { kind: 'constant', ...attribute.constant };
  if (attribute.float !== undefined) return constant([], Float32Array.of(attribute.float));
  if (attribute.int !== undefined) return constant([], [attribute.int]);
  return attribute.ints.length > 0
    ? list(attribute.ints)
    : constant([attribute.floats.length], Float32Array.from(attribute.floats));
}

/** Sizes of a tensor; −1 where they are open, which is what `Reshape` calls them. */
function shape(operation: Operation): ConstantValue | null {
  const value = operation.value(0);
  const sizes = value.kind === 'directions' ? allSizes(value) : value.dims;
  const dims = sizes.map((size) => size ?? -1);
  const [start, end] = [operation.int('start', 0), operation.int('end', dims.length)];
  return list(dims.slice(start, end));
}

const allSizes = ({ steps, count, units, axes }: DirectionsValue) =>
  axes.map((axis) => [steps, count, null, units][axis]!);

function filledWith(operation: Operation): ConstantValue {
  const number = operation.node.attributes.get('value')?.constant?.values[0] ?? 0;
  const shape = operation.value(0);
  const known =
    shape.kind === 'constant' && shape.filled === undefined ? filled(Array.from(shape.values), number) : null;
  return known ?? { kind: 'constant', dims: [], values: [], filled: number };
}

/** The same number in another size. */
function expanded(operation: Operation): ConstantValue | null {
  const value = operation.value(0);
  if (value.kind !== 'constant') return null;
  const number = value.filled ?? (value.values.length === 1 ? value.values[0] : undefined);
  return number === undefined ? null : { kind: 'constant', dims: [], values: [], filled: number };
}

const whole = (values: readonly number[]) => values.every((value) => Number.isInteger(value));

const sums: Readonly<Record<string, (one: number, other: number) => number>> = {
  Add: (one, other) => one + other,
  Sub: (one, other) => one - other,
  Mul: (one, other) => one * other,
  Div: (one, other) => one / other,
  // With the sign of the divisor, as in Python.
  Mod: (one, other) => one - other * Math.floor(one / other),
};

function computed(op: string, one: ConstantValue, other: ConstantValue): ConstantValue | null {
  const compute = sums[op]!;
  const [a, b] = [Array.from(one.values), Array.from(other.values)];
  const longer = a.length >= b.length ? one : other;
  if (a.length !== b.length && a.length !== 1 && b.length !== 1) return null;
  const values = Array.from(longer.values, (_, at) =>
    compute(a[a.length === 1 ? 0 : at]!, b[b.length === 1 ? 0 : at]!),
  );
  const isWhole = whole(a) && whole(b) && !(longer.values instanceof Float32Array);
  return constant(longer.dims, isWhole ? values.map(Math.trunc) : Float32Array.from(values));
}

/** Entries along an axis; of one place the axis is gone. */
function picked(operation: Operation): ConstantValue | null {
  const [from, index] = [operation.constant(0), operation.constant(1)];
  const given = operation.int('axis', 0);
  const axis = given < 0 ? given + from.dims.length : given;
  const size = from.dims[axis] ?? 0;
  if (index.dims.length > 1) return null;
  const found = taken(
    from,
    axis,
    Array.from(index.values, (at) => (at < 0 ? at + size : at)),
  );
  return found && index.dims.length === 0 ? { ...found, dims: found.dims.toSpliced(axis, 1) } : found;
}

function sliced(operation: Operation): ConstantValue | null {
  const [starts, ends] = [operation.intsOr('starts', 1) ?? [], operation.intsOr('ends', 2) ?? []];
  const axes = operation.intsOr('axes', 3) ?? starts.map((_, at) => at);
  const steps = operation.has(4) ? Array.from(operation.constant(4).values) : [];
  let now: ConstantValue | null = operation.constant(0);
  for (const [at, given] of axes.entries()) {
    if (now === null) return null;
    const axis: number = given < 0 ? given + now.dims.length : given;
    now = taken(now, axis, placesOf(now.dims[axis] ?? 0, starts[at]!, ends[at]!, steps[at] ?? 1));
  }
  return now;
}

const alone: Readonly<Record<string, (value: number) => number>> = {
  Ceil: Math.ceil,
  Floor: Math.floor,
  Neg: (value) => -value,
  Sqrt: Math.sqrt,
};

/** What a node gives that takes constants alone, or only the size of a tensor; null where it is no such node. */
export function constantOf(operation: Operation): Value | null {
  const { op, inputs } = operation.node;
  if (op === 'Constant') return given(operation);
  if (op === 'Shape') return shape(operation);
  if (op === 'ConstantOfShape') return filledWith(operation);
  const all = inputs.flatMap((name, at) => (name === '' ? [] : [operation.value(at)]));
  const constants = all.filter((value) => value.kind === 'constant');
  if (constants.length === 0 || constants.length < all.length) return null;
  if (op === 'Expand') return expanded(operation);
  if (constants.some(({ filled }) => filled !== undefined)) return constants[0]!;
  const [first] = constants;
  if (/^(Identity|Cast|Unsqueeze|Squeeze)$/.test(op)) return resized(operation, first!);
  if (op === 'Reshape' && constants.length > 1) return constant(reshapedDims(first!, constants[1]!), first!.values);
  if (op === 'Gather') return picked(operation);
  if (op === 'Slice') return sliced(operation);
  if (op === 'Concat') return joined(constants, operation.int('axis', 0));
  if (Object.hasOwn(alone, op)) return alike(first!, first!.dims, Array.from(first!.values, alone[op]!));
  if (op === 'Transpose') return transposed(operation, first!);
  return Object.hasOwn(sums, op) && constants.length === 2 ? computed(op, first!, constants[1]!) : null;
}

function resized(operation: Operation, { dims, values }: ConstantValue): ConstantValue {
  const { op } = operation.node;
  if (op === 'Squeeze')
    return constant(
      dims.filter((size) => size !== 1),
      values,
    );
  const added = op === 'Unsqueeze' ? (operation.intsOr('axes', 1)?.length ?? 0) : 0;
  return constant([...Array.from({ length: added }, () => 1), ...dims], values);
}

function reshapedDims({ dims, values }: ConstantValue, wanted: ConstantValue): readonly number[] {
  const sizes = Array.from(wanted.values, (size, at) => (size === 0 ? dims[at]! : size));
  const known = sizes.filter((size) => size !== -1).reduce((product, size) => product * size, 1);
  return sizes.map((size) => (size === -1 ? values.length / known : size));
}

function transposed(operation: Operation, value: ConstantValue): ConstantValue {
  const order = operation.ints('perm') ?? value.dims.map((_, at) => at).toReversed();
  const { shape: dims, values } = permutedValues(value, order);
  return constant(dims, values);
}
