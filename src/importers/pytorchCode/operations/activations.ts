import type { Arguments } from '../arguments';
import type { TorchTensor } from '../trace/tensor';
import type { Attributes, Trace } from '../trace/trace';
import { type TorchOperation, axisAt, emitEach, tensorAt } from './operation';

/** A function of each number: its settings, and which operator of ONNX does it. */
export interface ActivationFunction {
  /** What follows the tensor. */
  readonly settings: string;
  apply(given: Arguments, trace: Trace, input: TorchTensor): TorchTensor;
}

const plain = (op: string, attributes: Attributes = {}): ActivationFunction => ({
  settings: '',
  apply: (given, trace, input) => emitEach(trace, given, op, input, attributes),
});

/** An activation that ONNX lacks, by Keras's name. */
const named = (activation: string): ActivationFunction => ({
  settings: '',
  apply: (given, trace, input) => emitEach(trace, given, 'Activation', input, { activation }, { own: true }),
});

const withNumber = (settings: string, op: string, names: Readonly<Record<string, string>>): ActivationFunction => ({
  settings,
  apply: (given, trace, input) =>
    emitEach(
      trace,
      given,
      op,
      input,
      Object.fromEntries(Object.entries(names).map(([attribute, name]) => [attribute, given.number(name)])),
    ),
});

const overAxis = (op: string): ActivationFunction => ({
  settings: 'dim=None _stacklevel=3 dtype=None',
  apply(given, trace, input) {
    const rank = input.dims.length;
    // What PyTorch does, with a warning, where no axis is said.
    const usual = rank === 0 || rank === 1 || rank === 3 ? 0 : 1;
    const axis = given.isNone('dim') ? usual : axisAt(given, given.whole('dim'), rank, 'dim');
    return emitEach(trace, given, op, input, { axis });
  },
});

/** Functions of each number by PyTorch's name in `torch.nn.functional`. */
export const activationFunctions: Readonly<Record<string, ActivationFunction>> = {
  relu: plain('Relu'),
  relu6: plain('Clip', { min: 0, max: 6 }),
  sigmoid: plain('Sigmoid'),
  tanh: plain('Tanh'),
  silu: plain('Swish'),
  mish: plain('Mish'),
  selu: plain('Selu'),
  softsign: plain('Softsign'),
  hardswish: plain('HardSwish'),
  hardsigmoid: plain('HardSigmoid', { alpha: 1 / 6, beta: 0.5 }),
  logsigmoid: named('log_sigmoid'),
  tanhshrink: named('tanh_shrink'),
  exp: plain('Exp'),
  leaky_relu: withNumber('negative_slope=0.01', 'LeakyRelu', { alpha: 'negative_slope' }),
  elu: withNumber('alpha=1.0', 'Elu', { alpha: 'alpha' }),
  celu: withNumber('alpha=1.0', 'Celu', { alpha: 'alpha' }),
  hardtanh: withNumber('min_val=-1.0 max_val=1.0', 'Clip', { min: 'min_val', max: 'max_val' }),
  softshrink: withNumber('lambd=0.5', 'Shrink', { lambd: 'lambd', bias: 'lambd' }),
  hardshrink: { ...withNumber('lambd=0.5', 'Shrink', { lambd: 'lambd' }) },
  gelu: {
    settings: "approximate='none'",
    apply: (given, trace, input) => emitEach(trace, given, 'Gelu', input, { approximate: given.text('approximate') }),
  },
  softplus: {
    settings: 'beta=1.0 threshold=20.0',
    apply(given, trace, input) {
      if (given.number('beta') !== 1) throw given.refuse('beta');
      return emitEach(trace, given, 'Softplus', input);
    },
  },
  threshold: {
    settings: 'threshold value',
    apply(given, trace, input) {
      if (given.number('value') !== 0) throw given.refuse('value');
      return emitEach(trace, given, 'ThresholdedRelu', input, { alpha: given.number('threshold') });
    },
  },
  softmax: overAxis('Softmax'),
  log_softmax: overAxis('LogSoftmax'),
};

/** Other names of the same functions. */
const aliases: Readonly<Record<string, string>> = {
  relu_: 'relu',
  sigmoid_: 'sigmoid',
  tanh_: 'tanh',
  leaky_relu_: 'leaky_relu',
  elu_: 'elu',
  swish: 'silu',
};

const functionOf = ({ settings, apply }: ActivationFunction): TorchOperation => ({
  signature: `input ${settings} inplace=False`,
  run: (given, trace) => apply(given, trace, tensorAt(given, 'input')),
});

export const activationOperations: Readonly<Record<string, TorchOperation>> = Object.fromEntries([
  ...Object.entries(activationFunctions).map(([name, each]) => [name, functionOf(each)] as const),
  ...Object.entries(aliases).map(([name, own]) => [name, functionOf(activationFunctions[own]!)] as const),
]);
