import { partsOf } from '../../kerasGraph/operations/partsOf';
import type { Operation } from '../operation';
import { type TensorValue, identity, isSame } from '../value';

/** Layers that an operation of Keras becomes, on a tensor whose axes lie as the layer's. */
function byParts(
  operation: Operation,
  name: string,
  input: TensorValue,
  axes: readonly number[],
  keepdims: boolean,
): void {
  const { dims } = input;
  const parts = partsOf({ name, args: [{ input: 0 }], named: { axis: axes, keepdims }, shapes: [dims] });
  if (!parts) throw operation.unfit();
  let last = input;
  // Each is behind the one before.
  for (const { className, config } of parts.parts)
    last = { ...last, layer: operation.layer(className, config, [last]).name };
  const left = identity(dims.length).filter((axis) => keepdims || !axes.includes(axis));
  operation.give({
    ...last,
    axes: identity(left.length),
    dims: left.map((axis) => (axes.includes(axis) ? 1 : dims[axis]!)),
  });
}

/** ONNX `ReduceSum`, `ReduceMin` and the like by what Keras calls it. */
export const reduceAs =
  (name: string) =>
  (operation: Operation): void => {
    const given = operation.straight(0);
    const rank = given.dims.length;
    const axes = operation.intsOr('axes', 1)?.map((axis) => (axis < 0 ? axis + rank : axis)) ?? identity(rank);
    const keeps = operation.int('keepdims', 1) === 1;
    const straight = isSame(given.axes, identity(rank)) ? given : operation.conversion.turned(given, identity(rank));
    byParts(operation, name, straight, axes, keeps);
  };
