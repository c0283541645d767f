import type { Call, DictValue, NativeValue, Value } from '../values/value';
import { dict, keyOf, list, native, none, text, tuple } from '../values/make';
import { CodeError } from '../codeError';
import { written } from '../values/words';

type Method = (own: DictValue, call: Call) => Value;

const methods: Readonly<Record<string, Method>> = {
  get: (own, { args: [key, otherwise] }) => (key ? own.entries.get(keyOf(key))?.[1] : undefined) ?? otherwise ?? none,
  items: (own) => list(Array.from(own.entries.values(), ([key, value]) => tuple([key, value]))),
  keys: (own) => list(Array.from(own.entries.values(), ([key]) => key)),
  values: (own) => list(Array.from(own.entries.values(), ([, value]) => value)),
  copy: (own) => dict(own.entries.values()),
  update: (own, { args: [other], named }) => {
    if (other?.kind === 'dict') for (const [key, entry] of other.entries) own.entries.set(key, entry);
    for (const [name, value] of named) own.entries.set(keyOf(text(name)), [text(name), value]);
    return none;
  },
  pop: (own, { args: [key, otherwise], line }) => {
    const entry = key ? own.entries.get(keyOf(key)) : undefined;
    if (key) own.entries.delete(keyOf(key));
    if (entry || otherwise) return entry?.[1] ?? otherwise!;
    throw new CodeError('index', line, { object: 'dict', index: key ? written(key) : '' });
  },
  setdefault: (own, { args: [key, value = none] }) => {
    if (!key) return none;
    if (!own.entries.has(keyOf(key))) own.entries.set(keyOf(key), [key, value]);
    return own.entries.get(keyOf(key))![1];
  },
};

/** A method of a dictionary; null for what is none. */
export function dictMethod(own: DictValue, name: string): NativeValue | null {
  return Object.hasOwn(methods, name) ? native(name, (call) => methods[name]!(own, call)) : null;
}
