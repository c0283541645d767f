import { type Operation, argument, isUsual, numberAt, placeOf, rankOf } from './operation';
import { type Parts, chain } from './part';

type Rule = (operation: Operation) => Parts | null;

/** Functions that Keras calls otherwise where a layer is told its activation. */
const otherNames: Readonly<Record<string, string>> = { exp: 'exponential', hard_swish: 'hard_silu', swish: 'silu' };

/** Functions of one tensor that Keras has as activations and as operations. */
export const activationNames: ReadonlySet<string> = new Set(
  [
    'relu6 sigmoid tanh selu softplus softsign silu swish gelu exp celu hard_sigmoid hard_silu hard_tanh log_sigmoid',
    'hard_shrink soft_shrink tanh_shrink squareplus sparse_plus sparse_sigmoid mish',
  ].flatMap((names) => names.split(' ')),
);

const activation = (name: string): Parts => chain([['Activation', { activation: otherNames[name] ?? name }]]);

/** Values of the arguments of functions that are activations by these alone. */
const usual: Readonly<Record<string, string | number | boolean>> = {
  axis: -1,
  alpha: 1,
  approximate: false,
  threshold: 0.5,
  b: 4,
};

/** A function of one tensor that changes every value for itself, as the activation of that name. */
export function activationOf(operation: Operation): Parts | null {
  const { name, args, named, shapes } = operation;
  const isPlain = Object.entries(named).every(
    ([key, value]) => key === 'name' || value === null || value === usual[key],
  );
  return shapes.length === 1 && args.length <= 1 && isPlain ? activation(name) : null;
}

const isLast = (axis: number, operation: Operation) => axis === -1 || axis === (rankOf(operation) ?? 0) - 1;

/** The axis that is given; the last, from the front where the rank is known. */
const axisIn = (operation: Operation) => numberAt(operation, 0, 'axis') ?? -1;

const softmax: Rule = (operation) => {
  const axis = axisIn(operation);
  if (operation.shapes.length !== 1 || axis === 0) return null;
  return isLast(axis, operation) ? activation('softmax') : chain([['Softmax', { axis }]]);
};

/** Along another axis than the last no layer takes the logarithm. */
const logSoftmax: Rule = (operation) =>
  operation.shapes.length === 1 && isLast(axisIn(operation), operation) ? activation('log_softmax') : null;

const relu: Rule = (operation) => {
  const [limit, slope, threshold] = [
    argument(operation, 9, 'max_value'),
    argument(operation, 9, 'negative_slope', 'alpha'),
    argument(operation, 9, 'threshold'),
  ];
  if (operation.shapes.length !== 1) return null;
  if ([limit, slope, threshold].every((each) => (each ?? null) === null)) return activation('relu');
  return chain([['ReLU', { max_value: limit ?? null, negative_slope: slope ?? 0, threshold: threshold ?? 0 }]]);
};

const elu: Rule = (operation) => {
  const alpha = numberAt(operation, 0, 'alpha') ?? 1;
  return alpha === 1 ? activation('elu') : chain([['ELU', { alpha }]]);
};

const leaky: Rule = (operation) =>
  chain([['LeakyReLU', { negative_slope: numberAt(operation, 0, 'negative_slope', 'alpha') ?? 0.2 }]]);

/** Vectors of length 1. */
const unit: Rule = (operation) => {
  const axis = placeOf(axisIn(operation), rankOf(operation)) ?? axisIn(operation);
  if (axis === 0 || !isUsual(argument(operation, 1, 'order'), 2)) return null;
  return chain([['UnitNormalization', { axis: isLast(axis, operation) ? -1 : axis }]]);
};

const dropout: Rule = (operation) => {
  const rate = numberAt(operation, 0, 'rate', 'level');
  return rate === null ? null : chain([['Dropout', { rate }]]);
};

const same: Rule = ({ shapes }) => (shapes.length === 1 ? chain([['Identity']]) : null);

/** A change of the kind of number keeps the values where they stay numbers with fractions. */
const cast: Rule = (operation) => {
  const kind = argument(operation, 0, 'dtype');
  return kind === undefined || (typeof kind === 'string' && kind.includes('float')) ? same(operation) : null;
};

export const activations: Readonly<Record<string, Rule>> = {
  softmax,
  log_softmax: logSoftmax,
  relu,
  elu,
  leaky_relu: leaky,
  normalize: unit,
  l2_normalize: unit,
  dropout,
  identity: same,
  stop_gradient: same,
  cast,
};
