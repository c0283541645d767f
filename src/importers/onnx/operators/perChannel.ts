import type { Draft } from '../conversion';
import type { Operation } from '../operation';
import { type ConstantValue, type TensorValue, identity } from '../value';
import { sizeOf, weight } from './weights';

/** `scale · (x − mean) + offset` of every channel. */
interface Affine {
  readonly mean: readonly number[];
  readonly scale: readonly number[];
  readonly offset: readonly number[];
}

/** Layers that are nothing but such sums and products. */
const made = new WeakMap<Draft, Affine>();

const epsilon = 1e-3;

const weights = ({ mean, scale, offset }: Affine) =>
  [scale, offset, mean, mean.map(() => 1 - epsilon)].map((values) =>
    weight([values.length], () => Float32Array.from(values)),
  );

/** The axis of the tensor along which a constant differs; null where there are several, or it is the batch. */
function axisAlong({ dims, axes }: TensorValue, constant: ConstantValue): number | null {
  const rank = dims.length;
  const missing = rank - constant.dims.length;
  const places = identity(rank).filter((axis) => axis >= missing && constant.dims[axis - missing] !== 1);
  const [axis] = places;
  if (missing < 0 || places.length !== 1 || axis === undefined) return null;
  return axes[axis]! > 0 && dims[axis] === sizeOf(constant.dims) ? axis : null;
}

/** What each operator does to a sum and product; `values`: the constant of each channel. */
const changes = {
  add: ({ offset, ...rest }: Affine, values: readonly number[]) => ({
    ...rest,
    offset: offset.map((one, at) => one + values[at]!),
  }),
  subtract: (affine: Affine, values: readonly number[]): Affine => {
    const isPlain = affine.scale.every((each) => each === 1) && affine.offset.every((each) => each === 0);
    if (!isPlain) return { ...affine, offset: affine.offset.map((one, at) => one - values[at]!) };
    return { ...affine, mean: affine.mean.map((one, at) => one + values[at]!) };
  },
  multiply: ({ mean, scale, offset }: Affine, values: readonly number[]): Affine => ({
    mean,
    scale: scale.map((one, at) => one * values[at]!),
    offset: offset.map((one, at) => one * values[at]!),
  }),
};

/**
 * Adds, subtracts or multiplies a number for each channel: a BatchNormalization that does not learn, as ONNX's constants
 * do not; several behind each other are one. Throws `Unfit` where the numbers differ otherwise.
 */
export function perChannel(
  operation: Operation,
  tensor: TensorValue,
  constant: ConstantValue,
  how: keyof typeof changes,
): void {
  const axis = axisAlong(tensor, constant);
  if (axis === null || tensor.order !== undefined) throw operation.unfit();
  const values = Array.from(constant.values);
  const at = operation.node.inputs.findIndex((name) => operation.conversion.values.get(name) === tensor);
  const draft = operation.conversion.layers.get(tensor.layer);
  const before = draft && operation.conversion.isPrivate(operation.node.inputs[at] ?? '') ? made.get(draft) : undefined;
  if (draft && before) {
    const changed = changes[how](before, values);
    made.set(draft, changed);
    draft.weights = weights(changed);
    operation.give(tensor);
    return;
  }
  const plain = { mean: values.map(() => 0), scale: values.map(() => 1), offset: values.map(() => 0) };
  const affine = changes[how](plain, values);
  const real = tensor.axes.filter((each) => each >= 0).length;
  const place = tensor.axes[axis] === real - 1 ? -1 : tensor.axes[axis]!;
  const own = operation.layer(
    'BatchNormalization',
    { axis: place, epsilon, trainable: false },
    [tensor],
    weights(affine),
  );
  made.set(own, affine);
  operation.give({ ...tensor, layer: own.name });
}
