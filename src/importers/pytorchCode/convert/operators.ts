import type { Config } from '../../kerasGraph/kerasGraph';
import { Unfit } from '../../onnx/conversion';
import type { OwnOperators } from '../../onnx/convert';
import type { Operation } from '../../onnx/operation';
import { rounded } from '../../onnx/operators/activation';
import { sizeOf, weight } from '../../onnx/operators/weights';
import { classFor, pictureAt } from '../../onnx/operators/windows';
import { identity } from '../../onnx/value';
import { recurrent } from './recurrent';
import { resizing } from './resizing';
import { unflatten } from './unflatten';

/** The axis of the layer that has the channels; −1 where it is the last. */
function channelAxis(operation: Operation): number {
  const { axes } = operation.straight(0);
  const axis = axes[1]!;
  if (axis <= 0) throw operation.unfit();
  return axis === axes.filter((each) => each >= 0).length - 1 ? -1 : axis;
}

function named(operation: Operation): void {
  operation.giveEach('Activation', { activation: operation.text('activation', '') }, operation.tensor(0));
}

const rateOf = (operation: Operation) => Number(operation.float('ratio', 0.5).toPrecision(7));

/** Whole channels are left out; of what has none, single numbers. */
function spatialDropout(operation: Operation): void {
  const input = operation.tensor(0);
  const rank = input.dims.length;
  if (rank < 3 || rank > 5) operation.giveEach('Dropout', { rate: rateOf(operation) }, input);
  else operation.giveEach(classFor('SpatialDropout', rank - 2), { rate: rateOf(operation) }, pictureAt(operation, 0));
}

const adaptive =
  (kind: 'Max' | 'Average') =>
  (operation: Operation): void => {
    const input = pictureAt(operation, 0);
    const wanted = operation.ints('sizes') ?? [];
    const sizes = input.dims.slice(2);
    const out = [...input.dims.slice(0, 2), ...wanted];
    if (wanted.length === 2) {
      const { name } = operation.layer(`Adaptive${kind}Pooling2D`, { output_size: wanted }, [input]);
      return operation.give({ ...input, layer: name, dims: out });
    }
    const factors = sizes.map((size, axis) => (size ?? NaN) / wanted[axis]!);
    if (factors.some((factor) => !Number.isInteger(factor))) throw operation.refuse('output_size', wanted);
    const config = { pool_size: factors, strides: factors, padding: 'valid' };
    const { name } = operation.layer(classFor(`${kind}Pooling`, wanted.length), config, [input]);
    return operation.give({ ...input, layer: name, dims: out });
  };

/** Parts of a picture or of a series along one axis, or several. */
function slice(operation: Operation): void {
  const input = operation.straight(0);
  // A number, or one for each of several axes.
  const [places, from, to] = ['axis', 'from', 'to'].map((name) => {
    const all = operation.ints(name) ?? [];
    return all.length > 0 ? all : [operation.int(name, 0)];
  }) as [readonly number[], readonly number[], readonly number[]];
  const own = places.map((axis) => input.axes[axis]!);
  const rank = input.axes.length;
  const isOutside = own.some((axis) => axis < 1 || axis >= rank - 1);
  if (input.axes.includes(-1) || isOutside || rank < 3 || rank > 5) throw operation.unfit();
  const sides = identity(rank - 2).map((at) => {
    const place = own.indexOf(at + 1);
    return place < 0 ? [0, 0] : [from[place]!, to[place]!];
  });
  const { name } = operation.layer(
    classFor('Cropping', rank - 2),
    { cropping: sides.length === 1 ? sides[0]! : sides },
    [input],
  );
  const dims = input.dims.map((size, at) => {
    const place = places.indexOf(at);
    return place < 0 || size === null ? size : size - from[place]! - to[place]!;
  });
  operation.give({ ...input, layer: name, dims });
}

const epsilonOf = (operation: Operation) => rounded(operation.float('epsilon', 1e-5));

/** A normalization without a scale and an offset of its own. */
const plain =
  (className: string, own: (operation: Operation) => Config) =>
  (operation: Operation): void => {
    const config = { epsilon: epsilonOf(operation), center: false, scale: false, ...own(operation) };
    const statistics = operation.node.inputs.slice(1).map((_, at) => {
      const constant = operation.constant(at + 1);
      return weight([sizeOf(constant.dims)], () => Float32Array.from(constant.values));
    });
    operation.giveEach(className, config, operation.straight(0), statistics);
  };

function placeholder(operation: Operation): void {
  const inputs = operation.node.inputs.map((_, at) => operation.straight(at));
  const config = JSON.parse(operation.text('settings', '{}')) as Config;
  const draft = operation.layer(operation.text('className', ''), config, inputs);
  draft.module = operation.text('module', 'torch');
  operation.give({ ...inputs[0]!, layer: draft.name });
}

/** What becomes of the operators that PyTorch has besides ONNX's. */
export const torchOperators: OwnOperators = {
  Activation: named,
  AdaptiveAveragePool: adaptive('Average'),
  AdaptiveMaxPool: adaptive('Max'),
  AlphaDropout: (operation) => operation.giveEach('AlphaDropout', { rate: rateOf(operation) }, operation.tensor(0)),
  MixedReshape(operation) {
    throw new Unfit({
      code: 'argument',
      where: operation.name,
      data: { argument: 'shape', value: `[${operation.ints('shape')!.join(', ')}]`, allowed: null },
    });
  },
  Placeholder: placeholder,
  PlainBatchNormalization: plain('BatchNormalization', (operation) => ({
    axis: channelAxis(operation),
    momentum: rounded(operation.float('momentum', 0.9)),
  })),
  PlainGroupNormalization: plain('GroupNormalization', (operation) => ({
    axis: channelAxis(operation),
    groups: operation.int('num_groups', 1),
  })),
  PlainLayerNormalization: plain('LayerNormalization', (operation) => {
    const { axes } = operation.straight(0);
    if (operation.int('axis', 0) !== axes.length - 1) throw operation.refuse('normalized_shape', 'several axes');
    const axis = axes.at(-1)!;
    return { axis: axis === axes.length - 1 ? -1 : axis };
  }),
  Recurrent: recurrent,
  Resizing: resizing,
  Slice: slice,
  SpatialDropout: spatialDropout,
  Unflatten: unflatten,
};
