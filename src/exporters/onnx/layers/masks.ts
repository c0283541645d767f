import type { Layer, LayerWriter } from './layer';
import type { Value } from '../graph/parts';

/** 1 where a value is another number than this one, else 0. */
function unlike(layer: Layer, x: Value, number: number): Value {
  const same = layer.part('Equal', [x, layer.scalar(number)], { type: 'bool' });
  const others = layer.part('Not', [same], { type: 'bool' });
  return layer.part('Cast', [others], { ...x, attributes: { to: 1 }, type: 'float' });
}

/** The mask of an Embedding: words that are not 0. */
export const nonZero: LayerWriter = (layer) => unlike(layer, layer.last(), 0);

const anyOf = (layer: Layer, x: Value, keepdims: number) =>
  layer.part('ReduceMax', [unlike(layer, x, layer.number('maskValue'))], { attributes: { axes: [-1], keepdims } });

/** The mask of Masking: steps of which any number is another one. */
export const anyUnlike: LayerWriter = (layer) => anyOf(layer, layer.last(), 0);

/** Keras's Masking: the other steps become zeros. */
export const masking: LayerWriter = (layer) => {
  const x = layer.last();
  return layer.main('Mul', [x, anyOf(layer, x, 1)]);
};

/** The mask of values that are merged: a step counts where it counts in any. */
export const eitherMask: LayerWriter = (layer) =>
  layer.given.length === 1 ? layer.given[0]! : layer.main('Max', [...layer.given]);

/** The mask of values that are joined: those without one count as a whole. */
export const joinedMask: LayerWriter = (layer) => {
  const ports = layer.args['masked'] as readonly boolean[];
  let place = ports.length;
  const wide = ports.map((masked, port) => {
    const x = layer.last(port);
    const zero = layer.part('Mul', [x, layer.scalar(0)], x);
    const ones = layer.part('Add', [zero, layer.scalar(1)], x);
    if (!masked) return ones;
    return layer.part('Mul', [ones, layer.part('Unsqueeze', [layer.given[place++]!, layer.whole(-1)])], x);
  });
  const all = layer.part('Concat', wide, { attributes: { axis: layer.number('axis') } });
  return layer.part('ReduceMax', [all], { attributes: { axes: [-1], keepdims: 0 } });
};
