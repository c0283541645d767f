import type { Operation } from '../operation';
import { type ConstantValue, type TensorValue, identity } from '../value';
import { rounded } from './activation';
import { inOrder, sizeOf, weight } from './weights';

/** The axis of the layer that has the channels, ONNX's second one; −1 where it is the last. */
function channelAxis(operation: Operation, { axes }: TensorValue): number {
  const axis = axes.length === 1 ? axes[0]! : axes[1]!;
  if (axis <= 0) throw operation.unfit();
  return axis === axes.filter((each) => each >= 0).length - 1 ? -1 : axis;
}

const vector = (constant: ConstantValue, order?: Int32Array) =>
  weight([sizeOf(constant.dims)], () => inOrder(constant.values, order));

/** ONNX `BatchNormalization`: scale, bias, mean, variance. */
export function batchNormalization(operation: Operation): void {
  if (operation.int('training_mode', 0) !== 0) throw operation.refuse('training_mode', 1);
  const input = operation.tensor(0);
  const parts = [1, 2, 3, 4].map((at) => vector(operation.constant(at), input.order));
  const config = {
    axis: channelAxis(operation, input),
    epsilon: rounded(operation.float('epsilon', 1e-5)),
    momentum: rounded(operation.float('momentum', 0.9)),
  };
  operation.giveEach('BatchNormalization', config, input, parts);
}

/** ONNX `LayerNormalization` over the last axes. */
export function layerNormalization(operation: Operation): void {
  const input = operation.straight(0);
  const rank = input.axes.length;
  const given = operation.int('axis', -1);
  const first = given < 0 ? given + rank : given;
  const over = identity(rank).slice(first);
  if (over.length !== 1 || input.axes.includes(-1)) throw operation.refuse('axis', given);
  const axis = input.axes[over[0]!]!;
  const weights = [operation.constant(1), ...(operation.has(2) ? [operation.constant(2)] : [])];
  const config = {
    axis: axis === rank - 1 ? -1 : axis,
    epsilon: rounded(operation.float('epsilon', 1e-5)),
    center: weights.length > 1,
    scale: true,
  };
  operation.giveEach(
    'LayerNormalization',
    config,
    input,
    weights.map((constant) => vector(constant)),
  );
}

/** ONNX `InstanceNormalization` (each channel is a group) and `GroupNormalization` with a scale for each channel. */
export const groupNormalization =
  (instance: boolean) =>
  (operation: Operation): void => {
    const input = operation.straight(0);
    const [scale, bias] = [operation.constant(1), operation.constant(2)];
    const channels = input.dims[1]!;
    if (channels === null || sizeOf(scale.dims) !== channels) throw operation.unfit();
    const config = {
      groups: instance ? channels : operation.int('num_groups', 1),
      axis: channelAxis(operation, input),
      epsilon: rounded(operation.float('epsilon', 1e-5)),
    };
    operation.giveEach('GroupNormalization', config, input, [vector(scale), vector(bias)]);
  };
