import type { Layer, LayerWriter } from './layer';
import { type Dim, dimsOf, places, sizeOf, slice } from './dimensions';
import { openlyPadded } from './openPadding';
import { needsPadding, windowAttributes } from './windows';
import type { Value } from '../graph/parts';

/** About the lowest number of float32. */
const lowest = -3.4e38;

/** Windows that pool; an average counts no padding. */
const pooling =
  (op: string): LayerWriter =>
  (layer) => {
    const sizes = layer.list('poolSize');
    const strides = layer.list('strides');
    const sliding = { sizes, strides, dilations: sizes.map(() => 1), padding: layer.text('padding', 'valid') };
    const x = layer.first();
    const attributes = windowAttributes(x.shape, sliding);
    const pool = (value: Value) => layer.main(op, [value], { first: true, attributes });
    if (!needsPadding(x.shape, sliding)) return pool(x);
    if (op === 'MaxPool') return pool(openlyPadded(layer, x, sliding, lowest));
    // The share of cells that are inside.
    const ones = layer.part('Add', [layer.part('Mul', [x, layer.scalar(0)], x), layer.scalar(1)], x);
    const share = layer.part(op, [openlyPadded(layer, ones, sliding, 0)], { first: true, attributes });
    return layer.part('Div', [pool(openlyPadded(layer, x, sliding, 0)), share], { first: true });
  };
export const maxPooling = pooling('MaxPool');
export const averagePooling = pooling('AveragePool');

/** One number per channel; masked time steps count for no average. */
const global =
  (op: string): LayerWriter =>
  (layer) => {
    const keepdims = layer.args['keepdims'] === true;
    const mask = op === 'ReduceMean' ? layer.given[1] : undefined;
    const x = mask ? layer.last() : layer.any();
    const axes = places(x).slice(0, -1);
    const emitted = { first: x.first && keepdims };
    if (!mask) return layer.main(op, [x], { ...emitted, attributes: { axes, keepdims: Number(keepdims) } });
    const seen = layer.part('Unsqueeze', [mask, layer.whole(-1)]);
    const sum = (value: Value) =>
      layer.part('ReduceSum', [value, layer.whole(...axes)], { attributes: { keepdims: Number(keepdims) } });
    return layer.main('Div', [sum(layer.part('Mul', [x, seen], x)), sum(seen)]);
  };
export const globalMaxPooling = global('ReduceMax');
export const globalAveragePooling = global('ReduceMean');

/** First and last cell of a part of an axis, as lists of one whole number. */
function bounds(layer: Layer, size: Dim, part: number, parts: number): readonly [Dim | Value, Dim | Value] {
  if (typeof size === 'number') return [Math.floor((part * size) / parts), Math.ceil(((part + 1) * size) / parts)];
  const whole = (op: string, left: Value, right: number) =>
    layer.part(op, [left, layer.whole(right)], { type: 'int64' });
  const times = (factor: number) => whole('Mul', sizeOf(layer, size), factor);
  return [whole('Div', times(part), parts), whole('Div', whole('Add', times(part + 1), parts - 1), parts)];
}

/** So many parts of an axis, each as one cell; neighbours share the cell that their border goes through. */
function pooledParts(layer: Layer, op: string, x: Value, axis: number, parts: number): Value {
  const place = places(x)[axis]!;
  const size = dimsOf(x)[place]!;
  const after = { ...x, shape: x.shape.with(axis, parts) };
  const reduced = (value: Value) => layer.part(op, [value], { ...after, attributes: { axes: [place], keepdims: 1 } });
  if (parts === 1) return reduced(x);
  const cells = Array.from({ length: parts }, (_, part) => {
    const [start, end] = bounds(layer, size, part, parts);
    return reduced(slice(layer, x, [{ place, start, end }], x));
  });
  return layer.part('Concat', cells, { ...after, attributes: { axis: place } });
}

const adaptive =
  (op: string): LayerWriter =>
  (layer) => {
    const [rows, columns] = layer.list('outputSize') as [number, number];
    const x = layer.any();
    return pooledParts(layer, op, pooledParts(layer, op, x, 0, rows), 1, columns);
  };
export const adaptiveMaxPooling = adaptive('ReduceMax');
export const adaptiveAveragePooling = adaptive('ReduceMean');
