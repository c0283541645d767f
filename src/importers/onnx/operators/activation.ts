import type { Operation } from '../operation';
import { reshapedWeight } from './weights';
import { identity } from '../value';

/** An activation that has no settings, by its name in Keras. */
export const activation =
  (name: string) =>
  (operation: Operation): void =>
    operation.giveEach('Activation', { activation: name }, operation.tensor(0));

const near = (one: number, other: number) => Math.abs(one - other) < 1e-6;

export function leakyRelu(operation: Operation): void {
  operation.giveEach('LeakyReLU', { negative_slope: rounded(operation.float('alpha', 0.01)) }, operation.tensor(0));
}

export function elu(operation: Operation): void {
  const alpha = rounded(operation.float('alpha', 1));
  operation.giveEach('ELU', { alpha }, operation.tensor(0));
}

/** Digits that say the same number in float32. */
export const rounded = (value: number) => Number(value.toPrecision(7));

/** ONNX's own alpha is 0.2, as Keras 1 and 2 have it, Keras 3's and PyTorch's 1/6. */
export function hardSigmoid(operation: Operation): void {
  const [alpha, beta] = [operation.float('alpha', 0.2), operation.float('beta', 0.5)];
  const name = near(alpha, 1 / 6) ? 'hard_sigmoid' : near(alpha, 0.2) ? 'legacy_hard_sigmoid' : null;
  if (name === null || !near(beta, 0.5)) throw operation.refuse('alpha', alpha);
  activation(name)(operation);
}

export function selu(operation: Operation): void {
  const [alpha, gamma] = [operation.float('alpha', 1.6732632), operation.float('gamma', 1.050701)];
  if (!near(alpha, 1.6732632) || !near(gamma, 1.050701)) throw operation.refuse('alpha', alpha);
  activation('selu')(operation);
}

export function celu(operation: Operation): void {
  if (operation.float('alpha', 1) !== 1) throw operation.refuse('alpha', operation.float('alpha', 1));
  activation('celu')(operation);
}

export function gelu(operation: Operation): void {
  if (operation.text('approximate', 'none') !== 'none') throw operation.refuse('approximate', 'tanh');
  activation('gelu')(operation);
}

export function thresholdedRelu(operation: Operation): void {
  const theta = rounded(operation.float('alpha', 1));
  operation.giveEach('ReLU', { threshold: theta, negative_slope: 0, max_value: null }, operation.tensor(0));
}

/** ONNX `Clip`: bounds are attributes in older versions. */
export function clip(operation: Operation): void {
  const bound = (name: string, at: number, otherwise: number) =>
    operation.has(at) ? operation.constant(at).values[0]! : operation.float(name, otherwise);
  const [low, high] = [bound('min', 1, -Infinity), bound('max', 2, Infinity)];
  if (low === 0 && high > 3e38) activation('relu')(operation);
  else if (low === 0 && high === 6) activation('relu6')(operation);
  else if (low === 0 && high > 0) operation.giveEach('ReLU', { max_value: rounded(high) }, operation.tensor(0));
  else if (low === -1 && high === 1) activation('hard_tanh')(operation);
  else throw operation.refuse('min', `${low} … ${high}`);
}

/** ONNX `Softmax` and `LogSoftmax`; before version 13 over all axes from the given one on. */
export const softmax =
  (name: 'softmax' | 'log_softmax') =>
  (operation: Operation): void => {
    const input = operation.straight(0);
    const rank = input.axes.length;
    const isOld = operation.conversion.graph.opset < 13;
    const given = operation.int('axis', isOld ? 1 : -1);
    const axis = given < 0 ? given + rank : given;
    const real = input.axes.filter((each) => each >= 0).length;
    if (isOld && identity(rank).some((at) => at > axis && input.dims[at] !== 1)) throw operation.refuse('axis', given);
    if (input.axes[axis]! <= 0) throw operation.refuse('axis', given);
    if (input.axes[axis] === real - 1) operation.giveEach('Activation', { activation: name }, input);
    else if (name === 'softmax') operation.giveEach('Softmax', { axis: input.axes[axis]! }, input);
    else throw operation.refuse('axis', given);
  };

/** ONNX `PRelu`: slopes for each number, or for each along some axes. */
export function prelu(operation: Operation): void {
  const input = operation.straight(0);
  const slope = operation.constant(1);
  const rank = input.axes.length;
  if (input.axes.includes(-1)) throw operation.unfit();
  const dims = [...Array.from({ length: rank - slope.dims.length }, () => 1), ...slope.dims];
  // Channels are behind the batch: slopes of one axis are theirs.
  const isByChannel = slope.dims.length === 1 && slope.dims[0]! > 1 && slope.dims[0] === input.dims[1];
  const byOnnx = isByChannel ? dims.map((_, at) => (at === 1 ? slope.dims[0]! : 1)) : dims;
  if (byOnnx.filter((size) => size > 1).length > 1) throw operation.unfit();
  const own = input.axes.map((_, axis) => byOnnx[input.axes.indexOf(axis)]!).slice(1);
  const sizes = input.axes.map((_, axis) => input.dims[input.axes.indexOf(axis)]!).slice(1);
  const shared = own.flatMap((size, at) => (size === 1 && sizes[at] !== 1 ? [at + 1] : []));
  operation.giveEach('PReLU', { shared_axes: shared.length === 0 ? null : shared }, input, [
    reshapedWeight(slope, own),
  ]);
}

/** ONNX `Shrink`: with a bias the numbers move towards 0, without one they stay. */
export function shrink(operation: Operation): void {
  const [border, bias] = [operation.float('lambd', 0.5), operation.float('bias', 0)];
  if (border !== 0.5 || (bias !== 0 && bias !== 0.5)) throw operation.refuse('lambd', border);
  activation(bias === 0 ? 'hard_shrink' : 'soft_shrink')(operation);
}
