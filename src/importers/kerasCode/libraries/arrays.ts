import type { Call, Value } from '../values/value';
import { float, int, list, unknown } from '../values/make';
import { array, reshaped } from '../values/arrays';

type ArrayFunction = (call: Call) => Value | null;

const sizes = (value: Value | undefined): (number | null)[] | null => {
  if (value?.kind === 'number') return [value.value];
  if (!value || !('items' in value)) return null;
  return value.items.map((item) => (item.kind === 'number' ? item.value : null));
};

/** `zeros(shape)` and the like. */
const filled: ArrayFunction = ({ args, named }) => {
  const shape = sizes(args[0] ?? named.get('shape') ?? named.get('size'));
  return shape ? array(shape) : null;
};

/** `random.randint(low, high, size=…)` and the like. */
const drawn: ArrayFunction = ({ args, named }) => {
  const shape = sizes(named.get('size') ?? named.get('shape') ?? args[2] ?? args.find((value) => 'items' in value));
  return shape ? array(shape) : null;
};

/** `rand(2, 3)`: every argument is a size. */
const drawnFlat: ArrayFunction = ({ args }) => {
  return args.length > 0 ? array(args.map((value) => (value.kind === 'number' ? value.value : null))) : null;
};

/** The shape of lists in lists. */
function shapeOf(value: Value): (number | null)[] {
  if (value.kind === 'array') return [...value.shape];
  if (!('items' in value)) return [];
  return [value.items.length, ...(value.items[0] ? shapeOf(value.items[0]) : [])];
}

const made: ArrayFunction = ({ args: [value] }) =>
  value && ('items' in value || value.kind === 'array') ? array(shapeOf(value)) : (value ?? null);

const reshape: ArrayFunction = ({ args, named }) => {
  const wanted = sizes(args[1] ?? named.get('newshape') ?? named.get('shape'));
  const [value] = args;
  return value?.kind === 'array' && wanted ? array(reshaped(value.shape, wanted), value.dataset) : null;
};

const expand: ArrayFunction = ({ args, named }) => {
  const [value, axis = named.get('axis') ?? named.get('axes')] = args;
  if (value?.kind !== 'array') return null;
  const place = axis?.kind === 'number' ? (axis.value < 0 ? axis.value + value.shape.length + 1 : axis.value) : 0;
  return array([...value.shape.slice(0, place), 1, ...value.shape.slice(place)], value.dataset);
};

/** Arrays one behind the other: the first says all but how many. */
const joined: ArrayFunction = ({ args: [values] }) => {
  const first = values && 'items' in values ? values.items.find(({ kind }) => kind === 'array') : undefined;
  return first?.kind === 'array' ? array([null, ...first.shape.slice(1)], first.dataset) : null;
};

const same: ArrayFunction = ({ args: [value] }) => value ?? null;

const numbersOf = (value: Value | undefined) => {
  const items = sizes(value);
  return items && items.every((each) => each !== null) ? items : null;
};

const product: ArrayFunction = ({ args: [value] }) => {
  const numbers = numbersOf(value);
  return numbers ? int(numbers.reduce((all, each) => all * each, 1)) : null;
};

const mathematical =
  (compute: (...values: readonly number[]) => number, whole = false): ArrayFunction =>
  ({ args }) => {
    if (args.some(({ kind }) => kind !== 'number') || args.length === 0)
      return args.find(({ kind }) => kind === 'array') ?? null;
    const value = compute(...args.map((each) => (each.kind === 'number' ? each.value : 0)));
    return whole ? int(value) : float(value);
  };

const arange: ArrayFunction = ({ args }) => {
  const numbers = args.map((value) => (value.kind === 'number' ? value.value : Number.NaN));
  const [start, stop, step] = numbers.length > 1 ? numbers : [0, ...numbers];
  const length = Math.ceil(((stop ?? 0) - (start ?? 0)) / (step ?? 1));
  if (!(length >= 0 && length <= 1000)) return null;
  return list(Array.from({ length }, (_, index) => int((start ?? 0) + index * (step ?? 1))));
};

const functions: Readonly<Record<string, ArrayFunction>> = {
  zeros: filled,
  ones: filled,
  empty: filled,
  full: filled,
  normal: drawn,
  uniform: drawn,
  random: drawn,
  randint: drawn,
  random_sample: drawn,
  standard_normal: drawn,
  rand: drawnFlat,
  randn: drawnFlat,
  array: made,
  asarray: made,
  constant: made,
  convert_to_tensor: made,
  reshape,
  expand_dims: expand,
  concatenate: joined,
  vstack: joined,
  zeros_like: same,
  ones_like: same,
  cast: same,
  prod: product,
  arange,
  ceil: mathematical(Math.ceil),
  floor: mathematical(Math.floor),
  sqrt: mathematical(Math.sqrt),
  log: mathematical(Math.log),
  log2: mathematical(Math.log2),
  log10: mathematical(Math.log10),
  exp: mathematical(Math.exp),
  pow: mathematical(Math.pow),
  power: mathematical(Math.pow),
  trunc: mathematical(Math.trunc),
  maximum: mathematical(Math.max),
  minimum: mathematical(Math.min),
  int32: mathematical(Math.trunc, true),
  int64: mathematical(Math.trunc, true),
  round: mathematical(Math.round),
  abs: mathematical(Math.abs),
};

/** A function of arrays or numbers, such as NumPy's; null where what it gives is not known. */
export const arrayFunction = (name: string, call: Call): Value | null =>
  Object.hasOwn(functions, name) ? functions[name]!(call) : null;

/** Functions of Python's `math`, whose `ceil` and `floor` give whole numbers. */
export function mathFunction(name: string, call: Call): Value {
  const value = arrayFunction(name, call);
  if (!value) return unknown(`math.${name}`, call.line);
  return value.kind === 'number' && /^(ceil|floor|trunc)$/.test(name) ? int(value.value) : value;
}
