import type { Layer, LayerWriter } from './layer';
import { places, reshape, dimsOf } from './dimensions';
import { combined, filled, reshaped } from './tensors';
import type { Value } from '../graph/parts';

/** Keras's axes (the batch as 0, negative ones from the end) as indices into a shape without the batch. */
const axesOf = (layer: Layer, x: Value) =>
  layer.list('axis').map((axis) => (axis < 0 ? x.shape.length + axis : axis - 1));

/** A weight of these axes, in order, on which values as they lie in memory can be stretched. */
function wide(layer: Layer, name: string, x: Value, axes: readonly number[]): Value | null {
  const weight = layer.maybe(name);
  if (weight === null) return null;
  const sizes = x.shape.map((_, axis) => weight.shape[axes.indexOf(axis)] ?? 1);
  // Channels that lie in front are the only axis there is, or all is brought to Keras's order before.
  return layer.constant(name, reshaped(weight, x.first ? [sizes.at(-1)!, ...sizes.slice(0, -1)] : sizes));
}

/** Values times gamma plus beta, where there are such. */
function scaled(layer: Layer, normal: Value, axes: readonly number[], names = ['gamma', 'beta']): Value {
  const [factor, offset] = names.map((name) => wide(layer, name, normal, axes));
  const product = factor ? layer.part('Mul', [normal, factor], normal) : normal;
  return offset ? layer.part('Add', [product, offset], normal) : product;
}

/** Keras's BatchNormalization with its stored mean and variance. */
export const batchNormalization: LayerWriter = (layer) => {
  const x = layer.any();
  const [axis] = axesOf(layer, x) as [number];
  const [mean, variance] = [layer.weight('movingMean'), layer.weight('movingVariance')];
  const gamma = layer.maybe('gamma') ?? filled(mean.shape, 1);
  const beta = layer.maybe('beta') ?? filled(mean.shape, 0);
  const epsilon = layer.number('epsilon');
  if (axis === x.shape.length - 1 && (x.first || x.shape.length === 1)) {
    const weights = { gamma, beta, movingMean: mean, movingVariance: variance };
    const inputs = Object.entries(weights).map(([name, weight]) => layer.constant(name, weight));
    return layer.main('BatchNormalization', [x, ...inputs], { ...x, attributes: { epsilon: { float: epsilon } } });
  }
  // Elsewhere than behind the batch it is a factor and an offset.
  const factor = combined([gamma, variance], (scale, spread) => scale / Math.sqrt(spread + epsilon));
  const offset = combined(
    [gamma, variance, beta, mean],
    (scale, spread, shift, middle) => shift - (middle * scale) / Math.sqrt(spread + epsilon),
  );
  const sizes = x.shape.map((_, at) => (at === axis ? mean.shape[0]! : 1));
  const stretched = x.first ? [sizes.at(-1)!, ...sizes.slice(0, -1)] : sizes;
  const [times, plus] = [factor, offset].map((weight) => reshaped(weight, stretched));
  return layer.part(
    'Add',
    [layer.main('Mul', [x, layer.constant('factor', times!)], x), layer.constant('offset', plus!)],
    x,
  );
};

/** Keras's LayerNormalization: over the last axes it is one operator. */
export const layerNormalization: LayerWriter = (layer) => {
  const x = layer.last();
  const axes = axesOf(layer, x);
  const epsilon = layer.number('epsilon');
  const [first] = axes as [number];
  if (axes.every((axis, at) => axis === first + at) && axes.at(-1) === x.shape.length - 1) {
    const sizes = axes.map((axis) => x.shape[axis]!);
    const gamma = layer.constant('gamma', layer.maybe('gamma') ?? filled(sizes, 1));
    const beta = layer.maybe('beta');
    const inputs = beta ? [x, gamma, layer.constant('beta', beta)] : [x, gamma];
    return layer.main('LayerNormalization', inputs, {
      attributes: { axis: first + 1, epsilon: { float: epsilon } },
    });
  }
  const attributes = { axes: axes.map((axis) => axis + 1), keepdims: 1 };
  const apart = layer.part('Sub', [x, layer.part('ReduceMean', [x], { attributes })]);
  const variance = layer.part('ReduceMean', [layer.part('Mul', [apart, apart])], { attributes });
  const spread = layer.part('Sqrt', [layer.part('Add', [variance, layer.scalar(epsilon)])]);
  return scaled(layer, layer.main('Div', [apart, spread]), axes);
};

/** Keras's GroupNormalization: groups of channels as channels of an InstanceNormalization. */
export const groupNormalization: LayerWriter = (layer) => {
  const given = layer.any();
  const [axis] = axesOf(layer, given) as [number];
  const channelsLast = axis === given.shape.length - 1;
  const x = channelsLast ? layer.first() : layer.last();
  const place = places(x)[axis]!;
  const rest = dimsOf(x).flatMap((_, at) => (at === 0 || at === place ? [] : at));
  const moved = place === 1 ? x : layer.part('Transpose', [x], { ...x, attributes: { perm: [0, place, ...rest] } });
  const groups = layer.number('groups') === -1 ? x.shape[axis]! : layer.number('groups');
  const grouped = reshape(layer, moved, [{ of: moved, axis: 0 }, groups, -1]);
  const [ones, zeros] = [1, 0].map((value, at) => layer.constant(['ones', 'zeros'][at]!, filled([groups], value)));
  const epsilon = { float: layer.number('epsilon') };
  const normal = layer.main('InstanceNormalization', [grouped, ones!, zeros!], { attributes: { epsilon } });
  const sizes = dimsOf(x);
  const back = reshape(layer, normal, [sizes[0]!, sizes[place]!, ...rest.map((at) => sizes[at]!)], x);
  const order = sizes.map((_, at) => (at === 0 ? 0 : at === place ? 1 : rest.indexOf(at) + 2));
  const put = place === 1 ? back : layer.part('Transpose', [back], { ...x, attributes: { perm: order } });
  return scaled(layer, put, [axis]);
};

/** Keras's RMSNormalization: x / √(mean of x² + epsilon) · scale. */
export const rmsNormalization: LayerWriter = (layer) => {
  const x = layer.last();
  const axes = axesOf(layer, x);
  const attributes = { axes: axes.map((axis) => axis + 1), keepdims: 1 };
  const mean = layer.part('ReduceMean', [layer.part('Mul', [x, x])], { attributes });
  const spread = layer.part('Sqrt', [layer.part('Add', [mean, layer.scalar(layer.number('epsilon'))])]);
  return scaled(layer, layer.main('Div', [x, spread]), axes, ['scale']);
};

/** The vectors along these places with length 1; none grows by more than 10¹². */
export function ofLengthOne(layer: Layer, x: Value, axes: readonly number[]): Value {
  const squares = layer.part('ReduceSumSquare', [x], { ...x, attributes: { axes, keepdims: 1 } });
  const factor = layer.part('Reciprocal', [layer.part('Sqrt', [squares], x)], x);
  return layer.part('Mul', [x, layer.part('Min', [factor, layer.scalar(1e12)], x)], x);
}

/** Keras's UnitNormalization. */
export const unitNormalization: LayerWriter = (layer) => {
  const x = layer.any();
  return ofLengthOne(
    layer,
    x,
    axesOf(layer, x).map((axis) => places(x)[axis]!),
  );
};
