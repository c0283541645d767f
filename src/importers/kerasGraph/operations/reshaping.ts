import { isList } from '../json';
import type { Json } from '../kerasGraph';
import { type Operation, type Sizes, argument, isUsual, numberAt, numbersOf, placeOf, rankOf } from './operation';
import { type Link, type Parts, chain } from './part';

type Rule = (operation: Operation) => Parts | null;

const product = (sizes: Sizes) =>
  sizes.reduce((all, size) => (all === null || size === null ? null : all * size), 1 as number | null);

/** A Reshape to these sizes, the batch among them; null where more than one besides it is open. */
export function toSizes([, ...sizes]: Sizes): Link | null {
  if (sizes.length === 0 || sizes.filter((size) => size === null).length > 1) return null;
  return ['Reshape', { target_shape: sizes.map((size) => size ?? -1) }];
}

const reshape: Rule = (operation) => {
  const given = argument(operation, 0, 'newshape', 'new_shape', 'shape');
  const [batch, ...target] = isList(given) ? given : [];
  const isOpen = batch === -1 || batch === null;
  if (!isOpen || target.length === 0) return null;
  // A size that the text does not say is what is left, as −1 is.
  const sizes = target.map((size) => (size === -1 || typeof size !== 'number' ? null : size));
  const all = product(operation.shapes[0]?.slice(1) ?? [null]);
  // A target of another size would take values of several samples together.
  if (all !== null && !sizes.includes(null) && product(sizes) !== all) return null;
  return single(toSizes([null, ...sizes]));
};

const single = (link: Link | null): Parts | null => link && chain([link]);

const expand: Rule = (operation) => {
  const shape = operation.shapes[0] ?? null;
  const axis = shape && placeOf(numberAt(operation, 0, 'axis'), shape.length + 1);
  return shape && axis ? single(toSizes([...shape.slice(0, axis), 1, ...shape.slice(axis)])) : null;
};

const squeeze: Rule = (operation) => {
  const shape = operation.shapes[0] ?? null;
  const given = argument(operation, 0, 'axis');
  const axes = numbersOf(given)?.map((axis) => placeOf(axis, rankOf(operation)));
  if (!shape || (axes === undefined && !isUsual(given, null)) || axes?.includes(0) || axes?.includes(null)) return null;
  if (axes?.some((axis) => shape[axis!] !== 1)) return null;
  const left = shape.filter((size, at) => (axes ? !axes.includes(at) : at === 0 || size !== 1));
  return single(toSizes(left));
};

const permuted = (order: readonly number[]): Parts | null =>
  order[0] === 0 && order.length > 1 ? chain([['Permute', { dims: order.slice(1) }]]) : null;

const transpose: Rule = (operation) => {
  const axes = numbersOf(argument(operation, 0, 'axes', 'perm', 'pattern'));
  return axes && permuted(axes.map((axis) => placeOf(axis, axes.length) ?? -1));
};

/** Axes in another order: of two that change places, or of one that goes elsewhere. */
const moved =
  (names: readonly [string, string], order: (places: number[], from: number, to: number) => readonly number[]): Rule =>
  (operation) => {
    const rank = rankOf(operation);
    const [from, to] = names.map((name, place) => placeOf(numberAt(operation, place, name), rank));
    if (rank === null || from === null || from === undefined || to === null || to === undefined) return null;
    return permuted(
      order(
        Array.from({ length: rank }, (_, at) => at),
        from,
        to,
      ),
    );
  };

const swapaxes = moved(['axis1', 'axis2'], (places, from, to) =>
  places.map((at) => (at === from ? to : at === to ? from : at)),
);

const moveaxis = moved(['source', 'destination'], (places, from, to) => {
  const others = places.filter((at) => at !== from);
  return others.toSpliced(to, 0, from);
});

/** `repeat(x, 3)` of Keras's backend makes a sequence of vectors, `repeat(x, 3, axis=1)` every step three times. */
const repeat: Rule = (operation) => {
  const count = numberAt(operation, 0, 'repeats', 'n');
  const rank = rankOf(operation);
  const axis = placeOf(numberAt(operation, 1, 'axis'), rank);
  if (count === null || rank === null) return null;
  if (rank === 2 && isUsual(argument(operation, 1, 'axis'), null)) return chain([['RepeatVector', { n: count }]]);
  if (axis === null || axis === 0 || axis > rank - 2 || rank < 3 || rank > 5) return null;
  const size = Array.from({ length: rank - 2 }, (_, at) => (at + 1 === axis ? count : 1));
  return chain([[`UpSampling${rank - 2}D`, { size: rank === 3 ? count : size }]]);
};

const flatten: Rule = ({ shapes }) => (shapes.length === 1 ? chain([['Flatten']]) : null);

/** Zeros around all places; null where another axis has some. */
const pad: Rule = (operation) => {
  const sides = argument(operation, 0, 'paddings', 'pad_width', 'padding');
  const mode = argument(operation, 1, 'mode');
  const filled = argument(operation, 2, 'constant_values');
  if (!isList(sides) || !isUsual(filled, 0) || (mode !== undefined && String(mode).toLowerCase() !== 'constant'))
    return null;
  const ends = sides.map((side: Json) => numbersOf(side));
  const outside = [ends[0], ends.at(-1)];
  if (ends.some((end) => end?.length !== 2) || outside.some((end) => end?.some((size) => size !== 0))) return null;
  const inside = ends.slice(1, -1) as (readonly number[])[];
  if (inside.length < 1 || inside.length > 3) return null;
  return chain([[`ZeroPadding${inside.length}D`, { padding: inside.length === 1 ? inside[0]! : inside }]]);
};

export const reshapings: Readonly<Record<string, Rule>> = {
  reshape,
  expand_dims: expand,
  squeeze,
  transpose,
  permute_dimensions: transpose,
  swapaxes,
  moveaxis,
  repeat,
  flatten,
  batch_flatten: flatten,
  pad,
};
