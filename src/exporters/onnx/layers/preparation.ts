import type { Shape } from '../../../brick/shape';
import type { Value } from '../graph/parts';
import { dimsOf } from './dimensions';
import type { Layer, LayerWriter } from './layer';
import { combined, reshaped } from './tensors';

/** Keras's `epsilon()`: no deviation counts as less. */
const least = 1e-7;

/** Keras's Normalization with what it learned of the data, or was given. */
export const normalization: LayerWriter = (layer) => {
  const x = layer.last();
  const axes = layer.list('axis').map((axis) => axis - 1);
  const given = layer.list('mean').length > 0;
  const constantOf = (name: 'mean' | 'variance') => {
    const numbers = layer.list(name);
    return given ? { shape: [numbers.length], values: () => Float32Array.from(numbers) } : layer.weight(name);
  };
  const wide = (name: string, weight: ReturnType<typeof constantOf>) => {
    const kept = given ? axes.slice(-1) : axes;
    const one = given && weight.shape[0] === 1;
    const sizes = x.shape.map((_, at) => (one ? 1 : (weight.shape[kept.indexOf(at)] ?? 1)));
    return layer.constant(name, reshaped(weight, sizes));
  };
  const deviation = combined([constantOf('variance')], (variance) => Math.max(Math.sqrt(variance), least));
  const [middle, spread] = [wide('mean', constantOf('mean')), wide('deviation', deviation)];
  if (layer.flag('invert')) return layer.main('Add', [layer.part('Mul', [x, spread]), middle]);
  return layer.main('Div', [layer.part('Sub', [x, middle]), spread]);
};

/** Whole numbers below `depth`, which are floats here, as Keras's layers write them. */
function encoded(layer: Layer, whole: Value, depth: number): Value {
  const mode = layer.text('outputMode', 'int');
  if (mode === 'int') return whole;
  const replaces = mode === 'one_hot' && whole.shape.at(-1) === 1;
  const rowsShape: Shape = [...(replaces ? whole.shape.slice(0, -1) : whole.shape), depth];
  const each = replaces ? whole : layer.part('Unsqueeze', [whole, layer.whole(-1)], { shape: [...whole.shape, 1] });
  const numbers = layer.graph.constant(
    Array.from({ length: depth }, (_, at) => at),
    'float',
  );
  const same = layer.part('Equal', [each, numbers], { shape: rowsShape, type: 'bool' });
  const rows = layer.part('Cast', [same], { shape: rowsShape, attributes: { to: 1 } });
  if (mode === 'one_hot') return rows;
  if (mode === 'count') return layer.main('ReduceSum', [rows, layer.whole(-2)], { attributes: { keepdims: 0 } });
  return layer.main('ReduceMax', [rows], { attributes: { axes: [-2], keepdims: 0 } });
}

/** Keras's CategoryEncoding. */
export const categoryEncoding: LayerWriter = (layer) => encoded(layer, layer.last(), layer.number('numTokens'));

/** Keras's Discretization: how many boundaries a value has reached. */
export const discretization: LayerWriter = (layer) => {
  const x = layer.last();
  const boundaries = layer.list('binBoundaries');
  const each = layer.part('Unsqueeze', [x, layer.whole(dimsOf(x).length)], { shape: [...x.shape, 1] });
  const reached = { shape: [...x.shape, boundaries.length] };
  const above = layer.part('GreaterOrEqual', [each, layer.graph.constant(boundaries, 'float')], {
    ...reached,
    type: 'bool',
  });
  const counted = layer.part('Cast', [above], { ...reached, attributes: { to: 1 } });
  const attributes = { keepdims: 0 };
  const whole = layer.part('ReduceSum', [counted, layer.whole(-1)], { shape: x.shape, attributes });
  return encoded(layer, whole, boundaries.length + 1);
};
