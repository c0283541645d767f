import type { Operation } from '../operation';
import { type TensorValue, identity, isSame } from '../value';
import { isNonNegative } from './nonNegative';
import { reduceAs } from './reducing';
import { classFor, isSamePadding, isUnpadded, padded, pictureAt, windowOf } from './windows';

/** ONNX `MaxPool` and `AveragePool`. */
export const pool =
  (kind: 'Max' | 'Average') =>
  (operation: Operation): void => {
    const given = pictureAt(operation, 0);
    const kernel = operation.ints('kernel_shape') ?? [];
    const sizes = given.dims.slice(2);
    const window = windowOf(operation, sizes, kernel);
    if (kernel.length !== sizes.length) throw operation.refuse('kernel_shape', kernel);
    if (window.dilations.some((rate) => rate !== 1)) throw operation.refuse('dilations', window.dilations);
    if (operation.node.outputs.length > 1 && operation.node.outputs[1] !== '') throw operation.unfit();
    const counted = kind === 'Average' && operation.int('count_include_pad', 0) === 1;
    const unpadded = isUnpadded(window);
    const same = !unpadded && !counted && isSamePadding(window, sizes);
    // Zeros around are no greater than any of the numbers, or are counted in.
    const zeros = kind === 'Max' ? isNonNegative(given.layer, operation.conversion.layers) : counted;
    if (!unpadded && !same && !zeros) throw operation.refuse('pads', [...window.before, ...window.after]);
    const input = unpadded || same ? given : padded(operation, given, window.before, window.after);
    const config = { pool_size: kernel, strides: window.strides, padding: same ? 'same' : 'valid' };
    const { name } = operation.layer(classFor(`${kind}Pooling`, sizes.length), config, [input]);
    operation.give({ ...given, layer: name, dims: [...given.dims.slice(0, 2), ...window.out] });
  };

/** One number for each channel; the axes that are gone may stay as axes of size 1. */
function overAll(operation: Operation, kind: 'Max' | 'Average', input: TensorValue, keeps: boolean): void {
  const { axes, dims } = input;
  const rank = axes.length;
  const { name } = operation.layer(classFor(`Global${kind}Pooling`, rank - 2), {}, [input]);
  const channels = axes.indexOf(rank - 1);
  const left = identity(rank).filter((at) => keeps || at === channels || axes[at] === 0);
  operation.give({
    kind: 'tensor',
    layer: name,
    axes: left.map((at) => (axes[at] === 0 ? 0 : at === channels ? 1 : -1)),
    dims: left.map((at) => (axes[at] === 0 || at === channels ? dims[at]! : 1)),
  });
}

/** ONNX `GlobalAveragePool` and `GlobalMaxPool`: sizes of 1 stay. */
export const globalPool =
  (kind: 'Max' | 'Average') =>
  (operation: Operation): void =>
    overAll(operation, kind, pictureAt(operation, 0), true);

/** ONNX `ReduceMean` and `ReduceMax` over all axes but the batch and the last of the layer. */
export const reduce =
  (kind: 'Max' | 'Average') =>
  (operation: Operation): void => {
    const given = operation.straight(0);
    const rank = given.dims.length;
    const over = operation.intsOr('axes', 1)?.map((axis) => (axis < 0 ? axis + rank : axis)) ?? identity(rank);
    const keeps = operation.int('keepdims', 1) === 1;
    // What is there already once for each channel.
    if (over.every((axis) => given.axes[axis] === -1)) {
      const left = identity(rank).filter((axis) => keeps || !over.includes(axis));
      operation.give({ ...given, axes: left.map((at) => given.axes[at]!), dims: left.map((at) => given.dims[at]!) });
      return;
    }
    const channels = identity(rank).filter((axis) => given.axes[axis] !== 0 && !over.includes(axis));
    if (over.some((axis) => given.axes[axis] === 0)) throw operation.unfit();
    if (rank < 3 || rank > 5 || channels.length !== 1) {
      reduceAs(kind === 'Max' ? 'max' : 'mean')(operation);
      return;
    }
    const wanted = [...identity(rank).filter((axis) => axis !== channels[0]), channels[0]!];
    const axes = identity(rank).map((axis) => wanted.indexOf(axis));
    const batch = given.axes.indexOf(0);
    if (batch !== 0) throw operation.unfit();
    const lies = given.axes[channels[0]!] === rank - 1 && !given.axes.includes(-1);
    overAll(
      operation,
      kind,
      lies || isSame(given.axes, axes) ? given : operation.conversion.turned(given, axes),
      keeps,
    );
  };
