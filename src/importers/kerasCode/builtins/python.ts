import type { NativeValue, Value } from '../values/value';
import { float, int, native, none, text, truth, unknown } from '../values/make';
import { CodeError } from '../codeError';
import { attributeOf, setAttribute } from '../evaluate/attributes';
import { plainThing } from '../keras/things';
import { truthOf } from '../values/truth';
import { spoken, written } from '../values/words';
import { type Builtin, strange } from './builtin';
import { isInstance } from './instances';
import { sequenceFunctions } from './sequences';

const number =
  (name: 'int' | 'float'): Builtin =>
  (call) => {
    const [value] = call.args;
    const make = name === 'int' ? (each: number) => int(Math.trunc(each)) : float;
    if (!value) return make(0);
    if (value.kind === 'number' || value.kind === 'boolean') return make(Number(value.value));
    const endless =
      name === 'float' && value.kind === 'string' ? /^\s*([+-]?)inf(inity)?\s*$/i.exec(value.value) : null;
    if (endless) return float(endless[1] === '-' ? -Infinity : Infinity);
    if (value.kind === 'string' && value.value.trim() !== '' && !Number.isNaN(Number(value.value)))
      return make(Number(value.value));
    return strange(name, call);
  };

const attribute: Builtin = ({ args: [object, name, otherwise], machine, line }) => {
  if (!object || name?.kind !== 'string') return unknown('getattr(…)', line);
  try {
    return attributeOf(object, name.value, machine, line);
  } catch (error) {
    if (error instanceof CodeError && otherwise) return otherwise;
    throw error;
  }
};

const functions: Readonly<Record<string, Builtin>> = {
  ...sequenceFunctions,
  int: number('int'),
  float: number('float'),
  str: ({ args: [value] }) => (value?.kind === 'unknown' ? value : text(value ? spoken(value) : '')),
  repr: ({ args: [value] }) => text(value ? written(value) : ''),
  bool: ({ args: [value] }) => {
    const known = value ? truthOf(value) : false;
    return known === null ? value! : truth(known);
  },
  abs: ({ args: [value], machine, line }) => {
    if (value?.kind === 'tensor')
      return machine.call(machine.resolve('keras.ops.abs'), { machine, line, args: [value], named: new Map() });
    if (value?.kind !== 'number') return unknown('abs(…)', line);
    return { ...value, value: Math.abs(value.value) };
  },
  print: () => none,
  isinstance: ({ args: [value, type], line }) => (value && type ? isInstance(value, type, line) : truth(false)),
  getattr: attribute,
  setattr: ({ args: [object, name, value], machine }) => {
    if (object && name?.kind === 'string' && value) setAttribute(object, name.value, value, machine);
    return none;
  },
  hasattr: ({ args: [object, name] }) => {
    if (object?.kind !== 'instance' || name?.kind !== 'string')
      return truth(object?.kind === 'layer' && name?.kind === 'string' && name.value in object.config);
    return truth(object.fields.has(name.value));
  },
  callable: ({ args: [value] }) => truth(['native', 'function', 'class', 'layer'].includes(value?.kind ?? '')),
  type: ({ args: [value], line }) => {
    if (value?.kind === 'instance') return value.class;
    if (value?.kind === 'layer') return { kind: 'native', name: value.className, keras: value.base, run: () => none };
    return unknown('type(…)', line);
  },
  super: ({ args: [owner, self], line }) =>
    owner?.kind === 'class' && self?.kind === 'instance'
      ? { kind: 'super', above: owner.bases, self }
      : unknown('super(…)', line),
  round: ({ args: [value, digits] }) => {
    if (value?.kind !== 'number') return value ?? none;
    if (digits?.kind !== 'number') return int(Math.round(value.value));
    return float(Number(value.value.toFixed(Math.min(Math.max(digits.value, 0), 20))));
  },
  pow: ({ args: [base, exponent], line }) =>
    base?.kind === 'number' && exponent?.kind === 'number'
      ? (base.float || exponent.float ? float : int)(base.value ** exponent.value)
      : unknown('pow(…)', line),
  id: ({ line }) => unknown('id(…)', line),
};

const natives = new Map<string, NativeValue>();
const types = new Set(['object', 'property', 'staticmethod', 'classmethod', 'bytes', 'complex', 'slice']);

/** What a name is in Python itself; null for a stranger. Functions that reach outside (`open`, `input`) are unknown values. */
export function python(name: string): Value | null {
  if (Object.hasOwn(functions, name)) {
    if (!natives.has(name)) natives.set(name, native(name, functions[name]!));
    return natives.get(name)!;
  }
  if (name === '__name__') return text('__main__');
  if (name === '__file__') return text('');
  if (
    types.has(name) ||
    /^[A-Z]\w*(Error|Exception|Warning|Interrupt)$/.test(name) ||
    /^(Exception|BaseException|SystemExit|StopIteration)$/.test(name)
  )
    return plainThing('python', name);
  if (
    [
      'open',
      'input',
      'raw_input',
      'eval',
      'exec',
      'compile',
      'globals',
      'locals',
      'vars',
      'dir',
      'hash',
      'display',
      'get_ipython',
      'exit',
      'quit',
      'format',
      'chr',
      'ord',
      'divmod',
      'help',
    ].includes(name)
  ) {
    return native(name, ({ line }) => unknown(`${name}(…)`, line));
  }
  return null;
}
