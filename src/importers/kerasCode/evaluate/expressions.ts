import type { Machine, Scope, Value } from '../values/value';
import { dict, ellipsis, float, int, keyOf, list, none, text, truth, tuple, unknown } from '../values/make';
import type { Expression, Item } from '../syntax/ast';
import { CodeError } from '../codeError';
import { truthOf } from '../values/truth';
import { askedName, formatted, written } from '../values/words';
import { attributeOf } from './attributes';
import { called } from './calls';
import { comprehended } from './comprehensions';
import { functionOf } from './functions';
import { valuesOf } from './iterate';
import { binary, compared, unary } from './operators';
import { itemOf } from './subscripts';

/** The value of an expression. Throws `CodeError`; what the text does not say is an unknown value. */
export function evaluate(expression: Expression, scope: Scope, machine: Machine): Value {
  machine.step(expression.line);
  return machine.inside(expression.line, () => valueOf(expression, scope, machine));
}

function valueOf(expression: Expression, scope: Scope, machine: Machine): Value {
  const { line } = expression;
  const read = (each: Expression) => evaluate(each, scope, machine);
  switch (expression.kind) {
    case 'number':
      return expression.float ? float(expression.value) : int(expression.value);
    case 'string':
      return stringOf(expression, read);
    case 'boolean':
      return truth(expression.value);
    case 'none':
      return none;
    case 'ellipsis':
      return ellipsis;
    case 'name':
      return named(expression.name, scope, machine, line);
    case 'tuple':
      return tuple(itemsOf(expression.items, scope, machine));
    case 'list':
      return list(itemsOf(expression.items, scope, machine));
    case 'set':
      return { kind: 'set', items: distinct(itemsOf(expression.items, scope, machine)) };
    case 'dict':
      return dictionaryOf(expression, read);
    case 'attribute':
      return attributeOf(read(expression.object), expression.name, machine, line);
    case 'subscript':
      return itemOf(read(expression.object), read(expression.index), machine, line);
    case 'slice': {
      const part = (each: Expression | null) => (each ? read(each) : none);
      return { kind: 'slice', start: part(expression.start), stop: part(expression.stop), step: part(expression.step) };
    }
    case 'call':
      return called(expression, scope, machine);
    case 'unary': {
      const operand = read(expression.operand);
      if (expression.operator !== 'not') return unary(expression.operator, operand, machine, line);
      const known = truthOf(operand);
      return known === null ? unknown(written(operand), line) : truth(!known);
    }
    case 'binary':
      return binary(expression.operator, read(expression.left), read(expression.right), machine, line);
    case 'compare':
      return comparison(expression, read);
    case 'logical': {
      const left = read(expression.left);
      const known = truthOf(left);
      if (known === null) {
        const right = read(expression.right);
        return truthOf(right) === (expression.operator === 'or') ? right : left;
      }
      return known === (expression.operator === 'or') ? left : read(expression.right);
    }
    case 'conditional': {
      const test = read(expression.test);
      const known = truthOf(test);
      if (known !== null) return read(known ? expression.met : expression.otherwise);
      const otherwise = read(expression.otherwise);
      // Tensors and layers go on as without the condition.
      return otherwise.kind === 'tensor' || otherwise.kind === 'layer' ? otherwise : unknown(written(test), line);
    }
    case 'lambda':
      return functionOf('lambda', expression.parameters, expression.body, scope, machine);
    case 'comprehension':
      return comprehended(expression, scope, machine);
    case 'named': {
      const value = read(expression.value);
      scope.set(expression.name, value);
      return value;
    }
    case 'unread':
      throw new CodeError('unread', line, { what: expression.what });
  }
}

/** What a name means: in the text, of Python itself, or as everybody imports it. */
function named(name: string, scope: Scope, machine: Machine, line: number): Value {
  const value = scope.get(name) ?? machine.meaning(name);
  if (value) return value;
  throw new CodeError('unknownName', line, { name });
}

const distinct = (values: readonly Value[]) => [...new Map(values.map((value) => [keyOf(value), value])).values()];

/** Items of a list or arguments; `*values` stand for those in it. */
export function itemsOf(items: readonly Item[], scope: Scope, machine: Machine): Value[] {
  return items.flatMap(({ value, spread }) => {
    const item = evaluate(value, scope, machine);
    if (!spread) return [item];
    const values = valuesOf(item, machine, value.line);
    if (values) return values;
    throw new CodeError('unknownValue', value.line, { name: askedName(item), wanted: '*', from: '' });
  });
}

function stringOf({ parts }: Expression & { kind: 'string' }, read: (each: Expression) => Value): Value {
  const pieces = parts.map((part) => {
    if ('text' in part) return part.text;
    const value = read(part.value);
    const format = part.format.replace(/\{(\w+)\}/g, '');
    return value.kind === 'unknown' ? value : formatted(value, format, part.conversion);
  });
  const strange = pieces.find((piece) => typeof piece !== 'string');
  if (strange !== undefined) return strange;
  return text(pieces.join(''));
}

function dictionaryOf({ entries }: Expression & { kind: 'dict' }, read: (each: Expression) => Value): Value {
  const pairs = entries.flatMap(({ key, value }): (readonly [Value, Value])[] => {
    const given = read(value);
    if (key) return [[read(key), given]];
    return given.kind === 'dict' ? [...given.entries.values()] : [];
  });
  return dict(pairs);
}

function comparison({ first, rest, line }: Expression & { kind: 'compare' }, read: (each: Expression) => Value): Value {
  let left = read(first);
  let outcome: Value = truth(true);
  for (const { operator, right } of rest) {
    const value = read(right);
    outcome = compared(operator, left, value, line);
    if (truthOf(outcome) !== true) return outcome;
    left = value;
  }
  return outcome;
}
