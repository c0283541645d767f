import type { Machine, NumberValue, Value } from '../values/value';
import { float, int, keyOf, list, text, truth, tuple, unknown } from '../values/make';
import { CodeError } from '../codeError';
import { computed } from '../operations/arithmetic';
import { equal } from '../values/truth';
import { array } from '../values/arrays';
import { formatted, spoken, written } from '../values/words';

/** Longest text or list that an operation makes. */
const longest = 100_000;

const asNumber = (value: Value): NumberValue | null =>
  value.kind === 'number' ? value : value.kind === 'boolean' ? int(Number(value.value)) : null;

/** `left operator right`. Throws `CodeError('operands')`. */
export function binary(operator: string, left: Value, right: Value, machine: Machine, line: number): Value {
  const refuse = () =>
    new CodeError('operands', line, { operator, left: written(left).slice(0, 80), right: written(right).slice(0, 80) });
  if (left.kind === 'tensor' || right.kind === 'tensor') return computed(operator, left, right, machine, line);
  if (left.kind === 'object' && left.operate) return left.operate(operator, right, true, machine, line);
  if (right.kind === 'object' && right.operate) return right.operate(operator, left, false, machine, line);
  if (left.kind === 'array' || right.kind === 'array') return arrays(left, right);
  if (left.kind === 'unknown') return left;
  if (right.kind === 'unknown') return right;
  const [one, other] = [asNumber(left), asNumber(right)];
  if (one && other) return arithmetic(operator, one, other, line) ?? fail(refuse);
  if (operator === '%' && left.kind === 'string') return text(percent(left.value, right));
  if (operator === '+') return joined(left, right, machine, line) ?? fail(refuse);
  if (operator === '*') {
    const [sequence, times] = other ? [left, other.value] : [right, one?.value ?? null];
    if (times !== null) return repeated(sequence, times, machine, line) ?? fail(refuse);
  }
  if (left.kind === 'set' && right.kind === 'set') return sets(operator, left.items, right.items);
  if (operator === '|' && left.kind === 'dict' && right.kind === 'dict') {
    return { kind: 'dict', entries: new Map([...left.entries, ...right.entries]) };
  }
  const strange = [left, right].find(({ kind }) =>
    ['instance', 'object', 'thing', 'module', 'native', 'class'].includes(kind),
  );
  if (strange) return unknown(written(strange), line);
  throw refuse();
}

function fail(refuse: () => CodeError): never {
  throw refuse();
}

function arrays(left: Value, right: Value): Value {
  const [one, other] = [left, right].map((value) => (value.kind === 'array' ? value : null));
  const wide = (one?.shape.length ?? -1) >= (other?.shape.length ?? -1) ? one : other;
  return array(wide?.shape ?? [], wide?.dataset ?? null);
}

/** `-`, `&` and `|` of sets. */
function sets(operator: string, left: readonly Value[], right: readonly Value[]): Value {
  const own = new Set(right.map(keyOf));
  const items =
    operator === '|' ? [...left, ...right] : left.filter((item) => own.has(keyOf(item)) === (operator === '&'));
  return { kind: 'set', items: [...new Map(items.map((item) => [keyOf(item), item])).values()] };
}

function arithmetic(operator: string, left: NumberValue, right: NumberValue, line: number): Value | null {
  const [a, b] = [left.value, right.value];
  const make = left.float || right.float ? float : int;
  // What a loop would have counted that is not gone through may be 0 here.
  if (b === 0 && /^(\/|\/\/|%)$/.test(operator)) return unknown(`${written(left)} ${operator} 0`, line);
  switch (operator) {
    case '+':
      return make(a + b);
    case '-':
      return make(a - b);
    case '*':
      return make(a * b);
    case '/':
      return float(a / b);
    case '//':
      return make(Math.floor(a / b));
    case '%':
      return make(a - b * Math.floor(a / b));
    case '**':
      return b < 0 ? float(a ** b) : make(a ** b);
    case '<<':
      return b > 60 || b < 0 ? null : int(a * 2 ** b);
    case '>>':
      return int(Math.floor(a / 2 ** b));
    case '&':
      return int(a & b);
    case '|':
      return int(a | b);
    case '^':
      return int(a ^ b);
    default:
      return null;
  }
}

function joined(left: Value, right: Value, machine: Machine, line: number): Value | null {
  const limit = (length: number) => {
    machine.step(line, Math.floor(length / 8));
    if (length > longest) throw new CodeError('tooLong', line, { limit: longest });
  };
  if (left.kind === 'string' && right.kind === 'string') {
    limit(left.value.length + right.value.length);
    return text(left.value + right.value);
  }
  if (!('items' in left) || !('items' in right)) return null;
  limit(left.items.length + right.items.length);
  const items = [...left.items, ...right.items];
  if (left.kind === 'tuple' && right.kind === 'tuple') return tuple(items);
  return left.kind === 'list' ? list(items) : null;
}

function repeated(sequence: Value, times: number, machine: Machine, line: number): Value | null {
  const length =
    sequence.kind === 'string' ? sequence.value.length : 'items' in sequence ? sequence.items.length : null;
  if (length === null) return null;
  const count = Math.max(0, Math.trunc(times));
  machine.step(line, Math.min(longest, Math.floor((length * count) / 8)));
  if (length * count > longest) throw new CodeError('tooLong', line, { limit: longest });
  if (sequence.kind === 'string') return text(sequence.value.repeat(count));
  if (!('items' in sequence)) return null;
  const items = Array.from({ length: count }, () => sequence.items).flat();
  return sequence.kind === 'tuple' ? tuple(items) : list(items);
}

/** `'%s_%02d' % values`. */
function percent(format: string, given: Value): string {
  const values = given.kind === 'tuple' ? given.items : [given];
  let next = 0;
  return format.replace(
    /%(?:\((\w+)\))?([-+ 0#]*\d*(?:\.\d+)?)([a-zA-Z%])/g,
    (_, key: string | undefined, size: string, type: string) => {
      if (type === '%') return '%';
      const value = key === undefined ? values[next++] : lookUp(given, key);
      if (value === undefined) return '';
      return type === 's' || type === 'r' ? spoken(value) : formatted(value, `${size}${type === 'i' ? 'd' : type}`);
    },
  );
}

const lookUp = (dictionary: Value, key: string) =>
  dictionary.kind === 'dict' ? dictionary.entries.get(keyOf(text(key)))?.[1] : undefined;

/** `-x`, `+x`, `not x`, `~x`. */
export function unary(operator: string, operand: Value, machine: Machine, line: number): Value {
  if (operand.kind === 'tensor') return operator === '+' ? operand : computed('*', operand, int(-1), machine, line);
  if (operand.kind === 'object' && operand.operate) return operand.operate(operator, null, true, machine, line);
  if (operand.kind === 'unknown' || operand.kind === 'array') return operand;
  const number = asNumber(operand);
  if (!number) throw new CodeError('operands', line, { operator, left: '', right: written(operand) });
  const make = number.float ? float : int;
  if (operator === '~') return int(-number.value - 1);
  return make(operator === '-' ? -number.value : number.value);
}

/** `left operator right` as true, false, or not known. */
export function compared(operator: string, left: Value, right: Value, line: number): Value {
  if (operator === 'is' || operator === 'is not') {
    if (left.kind === 'unknown' || right.kind === 'unknown') return left.kind === 'unknown' ? left : right;
    const same = left.kind === right.kind && (left === right || equal(left, right) === true);
    return truth(same === (operator === 'is'));
  }
  const own = left.kind === 'object' ? left.compare?.(operator, right) : null;
  const outcome = own ? null : comparedAs(operator, left, right);
  if (own || outcome !== null) return own ?? truth(outcome!);
  const open = [left, right].find((value) => value.kind === 'unknown');
  return unknown(open ? open.name : written(left), line);
}

function comparedAs(operator: string, left: Value, right: Value): boolean | null {
  if (operator === '==') return equal(left, right);
  if (operator === '!=' || operator === '<>') return not(equal(left, right));
  if (operator === 'in') return contains(right, left);
  if (operator === 'not in') return not(contains(right, left));
  const [one, other] = [asNumber(left), asNumber(right)];
  const order = one && other ? one.value - other.value : stringOrder(left, right);
  if (order === null || Number.isNaN(order)) return null;
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
}

const not = (value: boolean | null) => (value === null ? null : !value);

function stringOrder(left: Value, right: Value): number | null {
  if (left.kind !== 'string' || right.kind !== 'string') return null;
  return left.value < right.value ? -1 : left.value > right.value ? 1 : 0;
}

function contains(container: Value, value: Value): boolean | null {
  if (value.kind === 'unknown') return null;
  if (container.kind === 'string' && value.kind === 'string') return container.value.includes(value.value);
  if (container.kind === 'dict') return container.entries.has(keyOf(value));
  if (container.kind === 'range' && value.kind === 'number') {
    const { start, stop, step } = container;
    const inside = step > 0 ? value.value >= start && value.value < stop : value.value <= start && value.value > stop;
    return inside && (value.value - start) % step === 0;
  }
  if (!('items' in container)) return null;
  return container.items.some((item) => equal(item, value) === true);
}
