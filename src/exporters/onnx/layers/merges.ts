import { arithmetic } from './activations';
import type { Layer, LayerWriter } from './layer';
import { places, dimsOf, reshape } from './dimensions';
import { ofLengthOne } from './normalizations';
import type { Value } from '../graph/parts';

/** The first so many inputs with their channels in one place: where most have them, where ranks agree. */
function alike(layer: Layer, count: number): Value[] {
  const values = Array.from({ length: count }, (_, port) => layer.any(port));
  const sameRank = values.every(({ shape }) => shape.length === values[0]!.shape.length);
  const first = sameRank && values.filter((value) => value.first).length * 2 > count;
  return values.map((value) => layer.graph.turned(value, first));
}

/** Values of one rank: axes of 1 go in behind the batch. */
function ranked(layer: Layer, values: readonly Value[]): Value[] {
  const rank = Math.max(...values.map(({ shape }) => shape.length));
  return values.map((value) => {
    const missing = rank - value.shape.length;
    if (missing === 0) return value;
    const axes = Array.from({ length: missing }, (_, at) => at + 1);
    const shape = [...axes.map(() => 1), ...value.shape];
    return layer.part('Unsqueeze', [value, layer.whole(...axes)], { ...value, shape });
  });
}

/** A merge of many inputs by one operator, of two perhaps by another. */
const merge =
  (op: string, ofTwo = op): LayerWriter =>
  (layer) => {
    const values = ranked(layer, alike(layer, layer.given.length));
    const { first } = values[0]!;
    return layer.main(values.length === 2 ? ofTwo : op, values, { first });
  };

type Extreme = (layer: Layer, values: readonly (readonly [Value, Value | null])[]) => Value;

/** Where the layer is told which inputs come with masks, which then come behind them, `masked` merges. */
const leavingOut =
  (plain: LayerWriter, masked: Extreme): LayerWriter =>
  (layer) => {
    const ports = layer.args['masked'] as readonly boolean[] | undefined;
    if (ports === undefined) return plain(layer);
    const values = ranked(
      layer,
      ports.map((_, port) => layer.last(port)),
    );
    let place = ports.length;
    return masked(
      layer,
      values.map((value, port) => {
        if (!ports[port]) return [value, null];
        return [value, layer.part('Unsqueeze', [layer.given[place++]!, layer.whole(-1)])];
      }),
    );
  };

/** Values where the mask says 1, others elsewhere. */
function where(layer: Layer, mask: Value, values: Value, others: Value): Value {
  const { add, sub, mul } = arithmetic;
  const kept = mul(layer, values, mask);
  return add(layer, kept, mul(layer, sub(layer, layer.scalar(1), mask), others));
}

const either = (layer: Layer, one: Value, other: Value) => layer.part('Max', [one, other]);

/** The others' values stand in where one is masked. */
const extreme =
  (op: string): Extreme =>
  (layer, [start, ...others]) => {
    let [merged, seen] = start!;
    for (const [value, mask] of others) {
      const right = mask === null ? value : where(layer, mask, value, merged);
      const left = seen === null ? merged : where(layer, seen, merged, right);
      seen = seen === null || mask === null ? null : either(layer, seen, mask);
      merged = layer.part(op, [left, right]);
    }
    return merged;
  };

/** Masked values count as 1, and what is masked in all is 0. */
const product: Extreme = (layer, values) => {
  const parts = values.map(([value, mask]) => (mask === null ? value : where(layer, mask, value, layer.scalar(1))));
  const all = parts.reduce((one, other) => layer.part('Mul', [one, other]));
  const masks = values.map(([, mask]) => mask);
  if (masks.includes(null)) return all;
  return layer.part('Mul', [all, (masks as Value[]).reduce((one, other) => either(layer, one, other))]);
};

/** A product of more than two, one after the other: ONNX multiplies two. */
const multiplyAll: LayerWriter = (layer) =>
  ranked(layer, alike(layer, layer.given.length)).reduce((one, other) =>
    layer.main('Mul', [one, other], { first: one.first }),
  );

export const add = merge('Sum', 'Add');
export const average = merge('Mean');
export const subtract = merge('Sub');
export const multiply = leavingOut(multiplyAll, product);
export const maximum = leavingOut(merge('Max'), extreme('Max'));
export const minimum = leavingOut(merge('Min'), extreme('Min'));

/** Keras's Concatenate; its axis counts the batch as 0. */
export const concatenate: LayerWriter = (layer) => {
  const values = alike(layer, layer.given.length);
  const { first } = values[0]!;
  const axis = places(values[0]!)[layer.number('axis') - 1]!;
  return layer.main('Concat', values, { first, attributes: { axis } });
};

/** Keras's Dot: `[batch, rest, summed]` of each, multiplied. */
export const dot: LayerWriter = (layer) => {
  const axes = layer.list('axes');
  const values = axes.map((axis, port) => {
    const x = layer.last(port);
    return layer.flag('normalize') ? ofLengthOne(layer, x, [axis]) : x;
  });
  const sizes = values.map((value, port) => dimsOf(value).filter((_, at) => at !== 0 && at !== axes[port]));
  const matrices = values.map((value, port) => {
    const axis = axes[port]!;
    const others = dimsOf(value).flatMap((_, at) => (at === 0 || at === axis ? [] : at));
    // The second one is `[batch, summed, rest]`.
    const perm = port === 0 ? [0, ...others, axis] : [0, axis, ...others];
    const moved = perm.every((from, to) => from === to)
      ? value
      : layer.part('Transpose', [value], { attributes: { perm } });
    if (others.length === 1) return moved;
    const summed = dimsOf(value)[axis]!;
    const known = sizes[port]!.every((size) => typeof size === 'number')
      ? (sizes[port] as readonly number[]).reduce((all, size) => all * size, 1)
      : -1;
    return reshape(
      layer,
      moved,
      port === 0 ? [{ of: moved, axis: 0 }, known, summed] : [{ of: moved, axis: 0 }, summed, known],
    );
  });
  const result = layer.main('MatMul', matrices);
  const outer = sizes.flat();
  const batch = { of: result, axis: 0 };
  return outer.length === 2 && sizes.every(({ length }) => length === 1)
    ? result
    : reshape(layer, result, [batch, ...(outer.length === 0 ? [1] : outer)]);
};
