import type { Value } from '../values/value';
import type { Config } from '../../kerasGraph/kerasGraph';
import { knownName } from '../keras/signatures';
import { computed } from './arithmetic';
import { operated, unknownOperation } from './operated';
import { type Operands, type Operation, numbersIn, plain } from './operation';

const activation = (name: string): Operation => {
  return ({ tensors: [tensor], call }) =>
    tensor ? operated('Activation', { activation: name }, name, [tensor], call) : null;
};

/** Functions that a value goes through alone, with Keras's name of the activation. */
const activations: Readonly<Record<string, string>> = { exp: 'exponential', hard_swish: 'hard_silu', silu: 'silu' };

const operator =
  (sign: string): Operation =>
  ({ call }) => {
    const [left, right] = [
      call.args[0] ?? call.named.get('x') ?? call.named.get('x1'),
      call.args[1] ?? call.named.get('y') ?? call.named.get('x2'),
    ];
    return left && right ? computed(sign, left, right, call.machine, call.line) : null;
  };

/** A layer of Keras that merges all tensors. */
const merged =
  (className: string, config: (operands: Operands) => Config | null = () => ({})): Operation =>
  (operands) => {
    const { tensors, call, name } = operands;
    const settings = config(operands);
    const given = call.named.get('name');
    const own = given?.kind === 'string' ? given.value : null;
    if (tensors.length < 2 || settings === null) return null;
    return operated(className, settings, name === 'concat' ? 'concatenate' : name, tensors, call, own);
  };

/** Of a function of `keras.layers` and Keras's backend the axis is the last, of others the first. */
const axisOf =
  (otherwise: number) =>
  (operands: Operands): Config | null => {
    const axis = numbersIn(plain(operands, operands.argument(0, 'axis')))?.[0] ?? otherwise;
    return axis === 0 ? null : { axis };
  };

/** `add([x, y])` of Keras's layers, and `add(x, y)` of its operations. */
const either =
  (className: string, sign: string): Operation =>
  (operands) => {
    const [first] = operands.call.args;
    const isList = !first || first.kind === 'list' || first.kind === 'tuple';
    return isList ? merged(className)(operands) : operator(sign)(operands);
  };

const clip: Operation = (operands) => {
  const [low, high] = [
    operands.argument(0, 'x_min', 'min_value', 'clip_value_min'),
    operands.argument(1, 'x_max', 'max_value', 'clip_value_max'),
  ];
  return low?.kind === 'number' && high?.kind === 'number'
    ? withNumbers('clip', operands, { x_min: low, x_max: high })
    : null;
};

/** An operation of one tensor and numbers, under the names that Keras has for these. */
function withNumbers(
  name: string,
  { tensors, call }: Operands,
  numbers: Readonly<Record<string, Value>>,
): Value | null {
  const [tensor] = tensors;
  if (!tensor || tensors.length > 1) return null;
  return unknownOperation(name, [tensor], new Map(Object.entries(numbers)), tensor.shape, call);
}

/** The larger or smaller of tensors, or of a tensor and a number. */
const extreme =
  (className: string, name: string): Operation =>
  (operands) => {
    const { call, tensors } = operands;
    if (tensors.length > 1) return merged(className)(operands);
    const number = [...call.args, ...call.named.values()].find(({ kind }) => kind === 'number');
    return number ? withNumbers(name, operands, { x2: number }) : null;
  };

/** `pow(x, 2)`. */
const power: Operation = (operands) => {
  const number = operands.argument(0, 'y', 'a', 'x2', 'exponent');
  return number?.kind === 'number' ? withNumbers('power', operands, { x2: number }) : null;
};

/** `merge([x, y], mode='concat', concat_axis=3)` of Keras 1. */
const merge: Operation = (operands) => {
  const { call } = operands;
  const mode = operands.argument(0, 'mode');
  const axis = call.named.get('concat_axis');
  const done = mode?.kind === 'string' && Object.hasOwn(modes, mode.value) ? modes[mode.value]! : null;
  const named = new Map([...call.named].filter(([name]) => name === 'name'));
  if (done === null) return null;
  const given = { ...operands, call: { ...call, named: axis ? new Map([...named, ['axis', axis] as const]) : named } };
  return merged(
    done,
    done === 'Concatenate' ? axisOf(-1) : undefined,
  )({
    ...given,
    name: done.toLowerCase(),
    argument: (_, name) => given.call.named.get(name!),
  });
};

/** Ways of `merge` by the class that replaced each. */
const modes: Readonly<Record<string, string>> = {
  concat: 'Concatenate',
  sum: 'Add',
  mul: 'Multiply',
  ave: 'Average',
  max: 'Maximum',
};

const leaky: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const slope = numbersIn(plain(operands, operands.argument(0, 'alpha', 'negative_slope')))?.[0] ?? 0.2;
  return tensor ? operated('LeakyReLU', { negative_slope: slope }, 'leaky_relu', [tensor], operands.call) : null;
};

/** An upper limit, `relu(x, max_value=6)`, is another layer. */
const relu: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const limit = operands.call.named.get('max_value');
  if (!tensor || limit?.kind !== 'number') return activation('relu')(operands);
  return operated('ReLU', { max_value: limit.value }, 'relu', [tensor], operands.call);
};

const same: Operation = ({ tensors }): Value | null => tensors[0] ?? null;

const dropout: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const rate = operands.argument(0, 'rate', 'level');
  if (!tensor || rate?.kind !== 'number') return null;
  return operated('Dropout', { rate: rate.value }, 'dropout', [tensor], operands.call);
};

const softmax: Operation = (operands) => {
  const axis = numbersIn(plain(operands, operands.argument(0, 'axis')))?.[0] ?? -1;
  const [tensor] = operands.tensors;
  const last = axis === -1 || axis === (tensor?.shape?.length ?? 0) - 1;
  return last
    ? activation('softmax')(operands)
    : tensor
      ? operated('Softmax', { axis }, 'softmax', [tensor], operands.call)
      : null;
};

const normalize: Operation = (operands) => {
  const [tensor] = operands.tensors;
  const axis = numbersIn(plain(operands, operands.argument(0, 'axis')))?.[0] ?? -1;
  return tensor ? operated('UnitNormalization', { axis }, 'unit_normalization', [tensor], operands.call) : null;
};

const own: Readonly<Record<string, Operation>> = {
  add: either('Add', '+'),
  subtract: either('Subtract', '-'),
  multiply: either('Multiply', '*'),
  divide: operator('/'),
  true_divide: operator('/'),
  matmul: operator('@'),
  maximum: extreme('Maximum', 'maximum'),
  minimum: extreme('Minimum', 'minimum'),
  pow: power,
  power,
  merge,
  add_n: merged('Add'),
  average: merged('Average'),
  concat: merged('Concatenate', axisOf(0)),
  concatenate: merged('Concatenate', axisOf(-1)),
  clip,
  clip_by_value: clip,
  leaky_relu: leaky,
  relu,
  softmax,
  dropout,
  l2_normalize: normalize,
  normalize,
  cast: same,
  identity: same,
  convert_to_tensor: same,
  constant: same,
};

/** Operations that keep every value in its place, or join tensors. */
export function elementwise(name: string): Operation | null {
  if (Object.hasOwn(own, name)) return own[name]!;
  const known = activations[name] ?? (knownName('activations', name) && name !== 'get' ? name : null);
  return known ? activation(known) : null;
}
