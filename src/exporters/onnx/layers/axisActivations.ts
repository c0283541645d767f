import type { LayerWriter } from './layer';
import { places } from './dimensions';
import { reshaped, transposed } from './tensors';

/** Keras's Softmax along one or several axes. */
export const softmax: LayerWriter = (layer) => {
  const x = layer.any();
  const axes = layer.list('axis').map((axis) => places(x).at(axis < 0 ? axis : axis - 1)!);
  if (axes.length === 1) return layer.main('Softmax', [x], { ...x, attributes: { axis: axes[0]! } });
  const largest = layer.part('ReduceMax', [x], { ...x, attributes: { axes, keepdims: 1 } });
  const powers = layer.part('Exp', [layer.part('Sub', [x, largest], x)], x);
  const sum = layer.part('ReduceSum', [powers, layer.whole(...axes)], { ...x, attributes: { keepdims: 1 } });
  return layer.main('Div', [powers, sum], x);
};

/** Keras's PReLU: one slope per value, stretched along shared axes. */
export const preLU: LayerWriter = (layer) => {
  const x = layer.any();
  const weight = layer.weight('alpha');
  const rank = weight.shape.length;
  const order = x.first ? [rank - 1, ...weight.shape.slice(0, -1).map((_, axis) => axis)] : null;
  const alpha = order ? transposed(weight, order) : reshaped(weight, weight.shape);
  return layer.main('PRelu', [x, layer.constant('alpha', alpha)], x);
};
