import { partsOf } from '../../kerasGraph/operations/partsOf';
import type { Operation } from '../operation';
import { type ConstantValue, type TensorValue, type Value, isSame } from '../value';
import { rounded } from './activation';
import { perChannel } from './perChannel';
import { takesBias } from './dense';

/** The tensors of a node, all with the axes of the one that has most of them. */
function together(operation: Operation): readonly TensorValue[] {
  const all = operation.node.inputs.map((_, at) => operation.straight(at));
  const first = all.reduce((most, each) => (each.axes.length > most.axes.length ? each : most));
  const { conversion } = operation;
  const real = (value: TensorValue) => !value.axes.includes(-1);
  const model = real(first)
    ? first
    : (all.find((each) => real(each) && each.axes.length === first.axes.length) ?? first);
  const axes = real(model)
    ? model.axes
    : conversion.turned(
        model,
        model.axes.map((_, at) => at),
      ).axes;
  return all.map((each) => {
    if (each.axes.length !== axes.length) throw operation.unfit();
    return conversion.turned(each, axes);
  });
}

const broadcast = (values: readonly TensorValue[]) =>
  values[0]!.dims.map((_, axis) =>
    values.map(({ dims }) => dims[axis]!).reduce((one, other) => (one === 1 ? other : one)),
  );

function merged(operation: Operation, className: string): void {
  const inputs = together(operation);
  const { name } = operation.layer(className, {}, inputs);
  operation.give({ ...inputs[0]!, layer: name, dims: broadcast(inputs) });
}

/** All its numbers are this one; null where they differ. */
function single(value: ConstantValue): number | null {
  if (value.filled !== undefined) return value.filled;
  const [first = null] = Array.from(value.values);
  return first !== null && Array.from(value.values).every((each) => each === first) ? first : null;
}

interface Pair {
  readonly tensor: TensorValue;
  readonly constant: ConstantValue;
  /** Where the tensor stands: 0 or 1. */
  readonly at: 0 | 1;
}

function pairOf(operation: Operation): Pair | null {
  const [one, other] = [operation.value(0), operation.value(1)];
  const pair = (tensor: Value, constant: Value, at: 0 | 1): Pair | null =>
    tensor.kind === 'tensor' && constant.kind === 'constant' ? { tensor, constant, at } : null;
  return pair(one, other, 0) ?? pair(other, one, 1);
}

/** A number that all are multiplied with, and one that is added. */
function rescaled(operation: Operation, tensor: TensorValue, scale: number, offset: number): void {
  if (scale === 1 && offset === 0) operation.give(tensor);
  else operation.giveEach('Rescaling', { scale: rounded(scale), offset: rounded(offset) }, tensor);
}

export function add(operation: Operation): void {
  const pair = pairOf(operation);
  if (pair === null) return merged(operation, 'Add');
  if (takesBias(operation, pair.tensor, pair.constant, pair.at)) return operation.give(pair.tensor);
  const number = single(pair.constant);
  if (number === null) return perChannel(operation, pair.tensor, pair.constant, 'add');
  return rescaled(operation, pair.tensor, 1, number);
}

export function sub(operation: Operation): void {
  const pair = pairOf(operation);
  if (pair === null) return merged(operation, 'Subtract');
  const number = single(pair.constant);
  if (number === null && pair.at === 1) throw operation.unfit();
  if (number === null) return perChannel(operation, pair.tensor, pair.constant, 'subtract');
  return pair.at === 0 ? rescaled(operation, pair.tensor, 1, -number) : rescaled(operation, pair.tensor, -1, number);
}

/** Activations that are their input times another one: x · sigmoid(x) is swish. */
const products: Readonly<Record<string, string>> = { sigmoid: 'silu', hard_sigmoid: 'hard_silu' };

/** `x · sigmoid(x)` is one activation; false where this is no such product. */
function isProduct(operation: Operation): boolean {
  for (const [at, to] of [
    [0, 1],
    [1, 0],
  ] as const) {
    const [gate, input] = [operation.value(at), operation.value(to)];
    if (gate.kind !== 'tensor' || input.kind !== 'tensor') continue;
    const draft = operation.conversion.layers.get(gate.layer);
    const name = products[String(draft?.config['activation'])];
    const isGate =
      draft?.className === 'Activation' && isSame(draft.inputs, [input.layer]) && isSame(gate.axes, input.axes);
    if (name === undefined || !isGate || !operation.conversion.isPrivate(operation.node.inputs[at]!)) continue;
    draft.config = { activation: name };
    operation.give(gate);
    return true;
  }
  return false;
}

export function mul(operation: Operation): void {
  const pair = pairOf(operation);
  if (pair === null) return isProduct(operation) ? undefined : merged(operation, 'Multiply');
  const number = single(pair.constant);
  if (number === null) return perChannel(operation, pair.tensor, pair.constant, 'multiply');
  return rescaled(operation, pair.tensor, number, 0);
}

export function div(operation: Operation): void {
  const pair = pairOf(operation);
  if (pair === null || pair.at === 1 || Array.from(pair.constant.values).includes(0)) throw operation.unfit();
  const number = single(pair.constant);
  if (number === null) {
    const values = Float32Array.from(pair.constant.values, (each) => 1 / each);
    return perChannel(operation, pair.tensor, { ...pair.constant, values }, 'multiply');
  }
  if (number === 0) throw operation.unfit();
  rescaled(operation, pair.tensor, 1 / number, 0);
}

/** `Max`, `Min`, `Sum` and `Mean` of several tensors; of one it is the tensor itself. */
export const several =
  (className: string) =>
  (operation: Operation): void =>
    operation.node.inputs.length === 1 ? operation.give(operation.value(0)) : merged(operation, className);

/** `Max` and `Min` of tensors, or of a tensor and a number, by what Keras calls them. */
export const extreme =
  (className: string) =>
  (operation: Operation): void => {
    const pair = operation.node.inputs.length === 2 ? pairOf(operation) : null;
    if (pair === null) return several(className)(operation);
    const number = single(pair.constant);
    const args = [{ input: 0 }, { value: number }];
    const name = className.toLowerCase();
    const parts = number === null ? null : partsOf({ name, args, named: {}, shapes: [null] });
    if (parts === null) throw operation.unfit();
    let last = pair.tensor;
    for (const each of parts.parts)
      last = { ...last, layer: operation.layer(each.className, each.config, [last]).name };
    operation.give(last);
  };

export const neg = (operation: Operation): void => rescaled(operation, operation.tensor(0), -1, 0);
