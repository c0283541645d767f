import type { Call, Value } from '../values/value';
import { dict, float, int, keyOf, list, text, truth, tuple, unknown } from '../values/make';
import { CodeError } from '../codeError';
import { rangeLength, valuesOf } from '../evaluate/iterate';
import { special } from '../evaluate/methods';
import { truthOf } from '../values/truth';
import { spoken } from '../values/words';
import { type Builtin, strange } from './builtin';

/** The values that a function goes through; unknown where the text does not say them. */
function through(value: Value | undefined, { machine, line }: Call): readonly Value[] | null {
  return value ? valuesOf(value, machine, line) : [];
}

const range: Builtin = (call) => {
  const numbers = call.args.map((value) =>
    value.kind === 'number' || value.kind === 'boolean' ? Number(value.value) : null,
  );
  if (numbers.includes(null) || numbers.length === 0) return strange('range', call);
  const [start, stop, step = 1] = numbers.length === 1 ? [0, numbers[0]!] : (numbers as number[]);
  if (step === 0) throw new CodeError('argument', call.line, { callee: 'range', argument: 'step', problem: 'value' });
  return { kind: 'range', start: start!, stop: stop!, step };
};

const length: Builtin = (call) => {
  const [value] = call.args;
  if (!value) return strange('len', call);
  if ('items' in value) return int(value.items.length);
  if (value.kind === 'string') return int([...value.value].length);
  if (value.kind === 'dict') return int(value.entries.size);
  if (value.kind === 'range') return int(rangeLength(value));
  if (value.kind === 'array' && typeof value.shape[0] === 'number') return int(value.shape[0]);
  if (value.kind === 'object') return int(value.length?.() ?? value.values?.()?.length ?? 0);
  if (value.kind === 'instance') return special(value, '__len__', [], call.machine, call.line) ?? strange('len', call);
  return strange('len', call);
};

const sequence =
  (kind: 'list' | 'tuple' | 'set'): Builtin =>
  (call) => {
    const values = through(call.args[0], call);
    if (!values) return strange(kind, call);
    if (kind === 'tuple') return tuple(values);
    if (kind === 'list') return list([...values]);
    return { kind: 'set', items: [...new Map(values.map((value) => [keyOf(value), value])).values()] };
  };

const zip: Builtin = (call) => {
  const lists = call.args.map((value) => through(value, call));
  if (lists.some((values) => values === null)) return strange('zip', call);
  const shortest = Math.min(...lists.map((values) => values!.length));
  if (!Number.isFinite(shortest)) return list([]);
  return list(Array.from({ length: shortest }, (_, index) => tuple(lists.map((values) => values![index]!))));
};

const enumerate: Builtin = (call) => {
  const values = through(call.args[0], call);
  const start = call.args[1] ?? call.named.get('start');
  const first = start?.kind === 'number' ? start.value : 0;
  return values ? list(values.map((value, index) => tuple([int(first + index), value]))) : strange('enumerate', call);
};

const map: Builtin = (call) => {
  const [target, ...lists] = call.args;
  const values = lists.map((each) => through(each, call));
  if (!target || values.some((each) => each === null)) return strange('map', call);
  const shortest = Math.min(...values.map((each) => each!.length));
  if (!Number.isFinite(shortest)) return list([]);
  const run = (index: number) =>
    call.machine.call(target, { ...call, args: values.map((each) => each![index]!), named: new Map() });
  return list(Array.from({ length: shortest }, (_, index) => run(index)));
};

const filter: Builtin = (call) => {
  const [target, source] = call.args;
  const values = through(source, call);
  if (!target || !values) return strange('filter', call);
  const keeps = (value: Value) =>
    target.kind === 'none' ? value : call.machine.call(target, { ...call, args: [value], named: new Map() });
  return list(values.filter((value) => truthOf(keeps(value)) === true));
};

const reversed: Builtin = (call) => {
  const values = through(call.args[0], call);
  return values ? list(values.toReversed()) : strange('reversed', call);
};

const sorted: Builtin = (call) => {
  const values = through(call.args[0], call);
  if (!values || values.some(({ kind }) => kind !== 'number' && kind !== 'string')) return strange('sorted', call);
  const order = values.toSorted((one, other) => {
    if (one.kind === 'number' && other.kind === 'number') return one.value - other.value;
    return spoken(one) < spoken(other) ? -1 : 1;
  });
  const turned = call.named.get('reverse');
  return list(turned && truthOf(turned) === true ? order.toReversed() : order);
};

const folded =
  (name: string, fold: (one: number, other: number) => number): Builtin =>
  (call) => {
    const values = call.args.length > 1 && name !== 'sum' ? call.args : through(call.args[0], call);
    if (!values || values.length === 0 || values.some(({ kind }) => kind !== 'number')) return strange(name, call);
    const numbers = values.map((value) => (value.kind === 'number' ? value.value : 0));
    const isFloat = values.some((value) => value.kind === 'number' && value.float);
    return (isFloat ? float : int)(numbers.reduce((one, other) => fold(one, other)));
  };

const every =
  (name: 'all' | 'any'): Builtin =>
  (call) => {
    const values = through(call.args[0], call);
    if (!values) return strange(name, call);
    const known = values.map(truthOf);
    return truth(name === 'all' ? known.every((each) => each === true) : known.includes(true));
  };

/** Functions of Python that go through values, or make lists of them. */
export const sequenceFunctions: Readonly<Record<string, Builtin>> = {
  range,
  xrange: range,
  len: length,
  list: sequence('list'),
  tuple: sequence('tuple'),
  set: sequence('set'),
  frozenset: sequence('set'),
  dict: (call) => {
    const [first] = call.args;
    const pairs =
      first?.kind === 'dict'
        ? [...first.entries.values()]
        : (through(first, call) ?? []).flatMap((pair) =>
            'items' in pair && pair.items.length === 2 ? [[pair.items[0]!, pair.items[1]!] as const] : [],
          );
    return dict([...pairs, ...Array.from(call.named, ([name, value]) => [text(name), value] as const)]);
  },
  zip,
  enumerate,
  map,
  filter,
  reversed,
  sorted,
  sum: folded('sum', (all, each) => all + each),
  max: folded('max', Math.max),
  min: folded('min', Math.min),
  all: every('all'),
  any: every('any'),
  next: (call) => through(call.args[0], call)?.[0] ?? strange('next', call),
  iter: ({ args: [value], line }) => value ?? unknown('iter(…)', line),
};
