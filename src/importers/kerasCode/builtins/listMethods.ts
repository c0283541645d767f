import type { Call, ListValue, NativeValue, Value } from '../values/value';
import { int, list, native, none } from '../values/make';
import { CodeError } from '../codeError';
import { valuesOf } from '../evaluate/iterate';
import { equal } from '../values/truth';
import { written } from '../values/words';

type Method = (own: ListValue, call: Call) => Value;

const indexOf = (items: readonly Value[], value: Value | undefined) =>
  items.findIndex((item) => value !== undefined && (item === value || equal(item, value) === true));

const methods: Readonly<Record<string, Method>> = {
  append: (own, { args: [value] }) => {
    if (value) own.items.push(value);
    return none;
  },
  add: (own, { args: [value] }) => {
    if (value && indexOf(own.items, value) < 0) own.items.push(value);
    return none;
  },
  extend: (own, { args: [values], machine, line }) => {
    if (values) own.items.push(...(valuesOf(values, machine, line) ?? []));
    return none;
  },
  insert: (own, { args: [at, value] }) => {
    if (at?.kind === 'number' && value) own.items.splice(at.value, 0, value);
    return none;
  },
  pop: (own, { args: [at], line }) => {
    const [taken] = own.items.splice(at?.kind === 'number' ? at.value : -1, 1);
    if (!taken) throw new CodeError('index', line, { object: written(own), index: 'pop()' });
    return taken;
  },
  remove: (own, { args: [value] }) => {
    const at = indexOf(own.items, value);
    if (at >= 0) own.items.splice(at, 1);
    return none;
  },
  reverse: (own) => {
    own.items.reverse();
    return none;
  },
  clear: (own) => {
    own.items.length = 0;
    return none;
  },
  copy: (own) => list([...own.items]),
  sort: () => none,
};

/** A method of a list, set or tuple; null for what is none. */
export function listMethod(
  own: Value & { readonly items: readonly Value[] },
  name: string,
): NativeValue | Value | null {
  if (name === 'index') return native(name, ({ args: [value] }) => int(indexOf(own.items, value)));
  if (name === 'count')
    return native(name, ({ args: [value] }) =>
      int(own.items.filter((item) => value && equal(item, value) === true).length),
    );
  // The shape of a tensor has this, too.
  if (name === 'as_list') return native(name, () => list([...own.items]));
  if (name === 'rank' || name === 'ndims') return int(own.items.length);
  if (own.kind === 'tuple' || !Object.hasOwn(methods, name)) return null;
  return native(name, (call) => {
    call.machine.step(call.line);
    return methods[name]!(own as ListValue, call);
  });
}
