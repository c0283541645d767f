import { type Dim, dimsOf, reshape } from './dimensions';
import type { LayerWriter } from './layer';
import type { Value } from '../graph/parts';

/** Keras's TimeDistributed: the steps of all sequences are samples for the layer inside. */
export const timeDistributed: LayerWriter = (layer) => {
  const inner = layer.inner('layer');
  const flat = (given: Value, rest: readonly Dim[]) =>
    reshape(layer, given, [-1, ...rest], { shape: given.shape.slice(1) });
  const x = layer.graph.turned(layer.given[0]!, false);
  const sizes = dimsOf(x);
  const [, mask] = layer.given;
  const given = [flat(x, sizes.slice(2)), ...(mask ? [flat(mask, dimsOf(mask).slice(2))] : [])];
  const y = layer.graph.float(layer.inside(inner, '', given).write());
  const last = layer.graph.turned(y, false);
  const steps = sizes[1]!;
  return reshape(layer, last, [{ of: x, axis: 0 }, steps, ...dimsOf(last).slice(1)]);
};
