import type { Value } from '../values/value';
import type { Config } from '../../kerasGraph/kerasGraph';
import { knownName } from '../keras/signatures';
import { computed } from './arithmetic';
import { operated } from './operated';
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
  const [tensor] = operands.tensors;
  if (!tensor || low?.kind !== 'number' || low.value !== 0 || high?.kind !== 'number') return null;
  return operated('ReLU', { max_value: high.value }, 'clip', [tensor], operands.call);
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
  maximum: merged('Maximum'),
  minimum: merged('Minimum'),
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
