import type { Operation } from '../operation';
import { type DirectionsValue, type TensorValue, isSame } from '../value';

/** Without the directions, whose units lie beside each other: the layer has the batch first, then the steps. */
function joined({ layer, steps, count, units, axes }: DirectionsValue): TensorValue {
  const left = axes.filter((axis) => axis !== 1);
  return {
    kind: 'tensor',
    layer,
    axes: left.map((axis) => [1, -1, 0, 2][axis]!),
    dims: left.map((axis) => [steps, 1, null, count * units][axis]!),
  };
}

/** What is taken of all outputs of a recurrent layer; false where the input is something else. */
export function takesDirections(operation: Operation): boolean {
  const value = operation.node.inputs[0] ? operation.value(0) : null;
  if (value?.kind !== 'directions' || operation.node.op === 'Transpose') return false;
  const { op } = operation.node;
  const isOne = value.count === 1;
  const place = value.axes.indexOf(1);
  const isSqueezed = op === 'Squeeze' && isOne && operation.intsOr('axes', 1)?.join() === String(place);
  const isReshaped = op === 'Reshape' && operation.intsOr('shape', 1)?.length === 3;
  if (!isSqueezed && !(isReshaped && (isOne || isSame(value.axes.slice(2), [1, 3])))) throw operation.unfit();
  operation.give(joined(value));
  return true;
}

/** One step of all: of a recurrent layer the last, where nothing takes the others. False where that is not meant. */
export function takesLast(operation: Operation): boolean {
  const [value, index] = [operation.value(0), operation.value(1)];
  if (value.kind !== 'tensor' || index.kind !== 'constant' || index.values.length !== 1) return false;
  const { conversion, node } = operation;
  const given = operation.int('axis', 0);
  const axis = given < 0 ? given + value.axes.length : given;
  const draft = conversion.layers.get(value.layer);
  const inner = draft?.config['layer'];
  if (draft === undefined || value.axes[axis] !== 1 || value.axes.length !== 3) return false;
  const size = value.dims[axis];
  const isLast = index.values[0] === -1 || (size !== null && index.values[0] === size! - 1);
  const isSteps = draft.config['return_sequences'] === true && inner === undefined;
  if (!isLast || !isSteps || !isOnly(operation, node.inputs[0]!)) return false;
  draft.config['return_sequences'] = false;
  const keeps = index.dims.length === 1;
  const left = value.axes.flatMap((each, at) => (at === axis && !keeps ? [] : [[each, at] as const]));
  operation.give({
    ...value,
    axes: left.map(([each]) => (each === 1 ? -1 : each === 2 ? 1 : each)),
    dims: left.map(([each, at]) => (each === 1 ? 1 : value.dims[at]!)),
  });
  return true;
}

/** Whether nothing but this takes what the name stands for, nor what it was before it was turned. */
function isOnly({ conversion }: Operation, name: string): boolean {
  const { layer } = conversion.values.get(name) as TensorValue;
  const names = [...conversion.values].flatMap(([other, value]) =>
    value.kind !== 'constant' && value.layer === layer ? [other] : [],
  );
  const isTaken = (each: string) => conversion.readersOf(each).filter(({ op }) => op !== 'Shape').length === 1;
  return names.every((each) => isTaken(each) && !conversion.isGiven(each)) && names.includes(name);
}
