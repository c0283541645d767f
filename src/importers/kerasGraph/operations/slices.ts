import { classOf, isList, member } from '../json';
import type { Json } from '../kerasGraph';
import { type Operation, type Sizes, argument, numberAt, numbersOf, placeOf, rankOf } from './operation';
import { type Link, type Part, type Parts, chain, linked } from './part';
import { toSizes } from './reshaping';

type Rule = (operation: Operation) => Parts | null;

/** What is kept of an axis: how much is cut off at both ends, and whether the axis itself stays. */
interface Cut {
  readonly ends: readonly [number, number];
  readonly isGone: boolean;
}

const whole: Cut = { ends: [0, 0], isGone: false };
const isWhole = ({ ends: [before, after], isGone }: Cut) => before === 0 && after === 0 && !isGone;

function cutOf(index: Json, size: number | null): Cut | null {
  if (typeof index === 'number') {
    const at = index < 0 && size !== null ? index + size : index;
    if (at >= 0 && size !== null) return at < size ? { ends: [at, size - 1 - at], isGone: true } : null;
    return null;
  }
  const spec = classOf(index) === '__slice__' ? member(index, 'config') : index;
  const [start, stop, step] = ['start', 'stop', 'step'].map((name) => member(spec, name) ?? null);
  if ((step !== null && step !== 1) || [start, stop].some((end) => end !== null && typeof end !== 'number'))
    return null;
  const [from, to] = [start as number | null, stop as number | null];
  // An end that is counted from the other end is known without the size.
  const before = from === null ? 0 : from >= 0 ? from : size === null ? null : Math.max(0, size + from);
  const after = to === null ? 0 : to < 0 ? -to : size === null ? null : Math.max(0, size - to);
  if (before === null || after === null || (size !== null && before + after >= size)) return null;
  return { ends: [before, after], isGone: false };
}

const isEllipsis = (index: Json) => classOf(index) === '__ellipsis__';

/** Layers that keep these parts of the axes behind the batch; null where none do so. */
function cropped(sizes: Sizes, cuts: readonly Cut[]): readonly Link[] | null {
  const changed = cuts.flatMap(({ ends: [before, after] }, at) => (before + after > 0 ? [at] : []));
  if (changed.length === 0) return [];
  const ends = cuts.map((cut) => cut.ends);
  const axes = cuts.length - 1;
  if (axes >= 1 && axes <= 3 && !changed.includes(axes))
    return [[`Cropping${axes}D`, { cropping: axes === 1 ? ends[0]! : ends.slice(0, -1) }]];
  const [at] = changed;
  if (changed.length > 1 || sizes.includes(null)) return null;
  const product = (some: Sizes) => some.reduce<number>((all, size) => all * size!, 1);
  // Any one axis is the second of three.
  const around = [product(sizes.slice(0, at)), sizes[at!]!, product(sizes.slice(at! + 1))];
  return [
    ['Reshape', { target_shape: around }],
    ['Cropping2D', { cropping: [[0, 0], ends[at!]!] }],
  ];
}

/** What `x[key]` is; null where no layers cut so. */
function slicedLinks(shape: Sizes, keys: readonly Json[]): readonly Link[] | null {
  const taken = keys.filter((key) => key !== null && !isEllipsis(key)).length;
  if (taken > shape.length || keys.filter(isEllipsis).length > 1) return null;
  const cuts: Cut[] = [];
  const left: (number | null)[] = [];
  const keep = (cut: Cut) => {
    const size = shape[cuts.length] ?? null;
    cuts.push(cut);
    if (!cut.isGone) left.push(size === null ? null : size - cut.ends[0] - cut.ends[1]);
  };
  for (const key of keys) {
    if (key === null) left.push(1);
    else if (isEllipsis(key)) for (let count = shape.length - taken; count > 0; count--) keep(whole);
    else {
      const cut = cutOf(key, shape[cuts.length] ?? null);
      if (cut === null) return null;
      keep(cut);
    }
  }
  while (cuts.length < shape.length) keep(whole);
  // The batch stays as it is, and in front.
  if (!isWhole(cuts[0]!) || keys[0] === null) return null;
  const inside = cropped(shape.slice(1), cuts.slice(1));
  if (inside === null) return null;
  const isSame = inside.length < 2 && left.length === shape.length && cuts.every(({ isGone }) => !isGone);
  const isPlain = isSame && keys.every((key) => key !== null);
  if (isPlain) return inside.length === 0 ? [['Identity']] : inside;
  const last: Link | null = left.length === 2 ? ['Flatten'] : toSizes(left);
  return last && [...inside, last];
}

const getItem: Rule = (operation) => {
  const shape = operation.shapes[0] ?? null;
  const given = argument(operation, 0, 'key', 'slice_spec') ?? null;
  const links = shape && operation.shapes.length === 1 ? slicedLinks(shape, isList(given) ? given : [given]) : null;
  return links && chain(links);
};

/** Several outputs, each its own piece of the tensor. */
function pieces(shape: Sizes, axis: number, at: (piece: number) => Json, count: number): Parts | null {
  const parts: Part[] = [];
  const outputs: number[] = [];
  const all: Json = { start: null, stop: null, step: null };
  for (let piece = 0; piece < count; piece++) {
    const links = slicedLinks(shape, [...Array.from({ length: axis }, () => all), at(piece)]);
    if (links === null) return null;
    parts.push(...linked(links, { input: 0 }, parts.length));
    outputs.push(parts.length - 1);
  }
  return { parts, outputs };
}

/** The most pieces that one operation becomes. */
const mostPieces = 64;

/** Places at which an axis is cut: of Keras by sections or places, of TensorFlow by sections or sizes. */
function cutsOf(operation: Operation, size: number): readonly number[] | null {
  const sections = argument(operation, 0, 'indices_or_sections', 'num_or_size_splits');
  if (typeof sections === 'number') {
    if (sections < 1 || size % sections !== 0 || sections > mostPieces) return null;
    return Array.from({ length: sections - 1 }, (_, at) => ((at + 1) * size) / sections);
  }
  const numbers = numbersOf(sections);
  if (!numbers || numbers.length > mostPieces) return null;
  if (!Object.hasOwn(operation.named, 'num_or_size_splits')) return numbers;
  return numbers.slice(0, -1).map((_, at) => numbers.slice(0, at + 1).reduce((sum, each) => sum + each, 0));
}

const split: Rule = (operation) => {
  const shape = operation.shapes[0] ?? null;
  const axis = placeOf(numberAt(operation, 1, 'axis') ?? 0, rankOf(operation));
  const size = shape && axis ? (shape[axis] ?? null) : null;
  const cuts = size === null ? null : cutsOf(operation, size);
  if (!shape || !axis || size === null || cuts === null) return null;
  const ends = [0, ...cuts, size];
  return pieces(shape, axis, (at) => ({ start: ends[at]!, stop: ends[at + 1]!, step: null }), cuts.length + 1);
};

const unstack: Rule = (operation) => {
  const shape = operation.shapes[0] ?? null;
  const axis = placeOf(numberAt(operation, 1, 'axis') ?? 0, rankOf(operation));
  const size = shape && axis ? (shape[axis] ?? null) : null;
  return shape && axis && size !== null && size <= mostPieces ? pieces(shape, axis, (at) => at, size) : null;
};

export const slices: Readonly<Record<string, Rule>> = { get_item: getItem, split, unstack };
