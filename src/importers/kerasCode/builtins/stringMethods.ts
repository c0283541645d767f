import type { NativeValue, Value } from '../values/value';
import { int, list, native, text, truth, unknown } from '../values/make';
import { formatted, spoken } from '../values/words';

type Method = (own: string, args: readonly Value[], named: ReadonlyMap<string, Value>) => Value | null;

const word = (value: Value | undefined) => (value?.kind === 'string' ? value.value : null);
const plain =
  (change: (own: string) => string): Method =>
  (own) =>
    text(change(own));
const asked =
  (test: (own: string, other: string) => boolean): Method =>
  (own, [other]) => {
    const words = other && 'items' in other ? other.items.map(word) : [word(other)];
    return truth(words.some((each) => each !== null && test(own, each)));
  };

/** `'{}_{name:02d}'.format(…)`. */
function format(own: string, args: readonly Value[], named: ReadonlyMap<string, Value>): Value {
  let next = 0;
  const filled = own.replace(
    /\{\{|\}\}|\{(\w*)(?:!(\w))?(?::([^{}]*))?\}/g,
    (whole, key?: string, conversion = '', spec = '') => {
      if (whole === '{{' || whole === '}}') return whole[0]!;
      const value =
        key === '' || key === undefined ? args[next++] : /^\d+$/.test(key) ? args[Number(key)] : named.get(key);
      return value ? formatted(value, spec, conversion) : whole;
    },
  );
  return text(filled.slice(0, 10_000));
}

const methods: Readonly<Record<string, Method>> = {
  format,
  lower: plain((own) => own.toLowerCase()),
  upper: plain((own) => own.toUpperCase()),
  strip: plain((own) => own.trim()),
  title: plain((own) => own.replace(/\w+/g, (each) => each[0]!.toUpperCase() + each.slice(1).toLowerCase())),
  capitalize: plain((own) => own.slice(0, 1).toUpperCase() + own.slice(1).toLowerCase()),
  startswith: asked((own, other) => own.startsWith(other)),
  endswith: asked((own, other) => own.endsWith(other)),
  replace: (own, [from, to]) => {
    const [before, after] = [word(from), word(to)];
    const length = before === null || after === null ? Infinity : own.length * (1 + after.length);
    return length > 100_000 ? null : text(own.replaceAll(before!, after!));
  },
  split: (own, [by]) => {
    const separator = word(by);
    const parts = separator ? own.split(separator) : own.trim().split(/\s+/).filter(Boolean);
    return list(parts.slice(0, 10_000).map(text));
  },
  join: (own, [values]) => {
    if (!values || !('items' in values)) return null;
    return text(values.items.slice(0, 1000).map(spoken).join(own).slice(0, 10_000));
  },
  zfill: (own, [width]) => (width?.kind === 'number' ? text(own.padStart(Math.min(width.value, 200), '0')) : null),
  isdigit: (own) => truth(/^\d+$/.test(own)),
  find: (own, [part]) => int(own.indexOf(word(part) ?? '\u0000')),
  count: (own, [part]) => (word(part) ? int(own.split(word(part)!).length - 1) : null),
};

/** A method of a text; null for what is none. */
export function stringMethod(own: string, name: string): NativeValue | null {
  if (!Object.hasOwn(methods, name)) return native(name, ({ line }) => unknown(`str.${name}(…)`, line));
  return native(name, ({ args, named, line }) => methods[name]!(own, args, named) ?? unknown(`str.${name}(…)`, line));
}
