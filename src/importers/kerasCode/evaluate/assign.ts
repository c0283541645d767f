import type { Machine, Scope, Value } from '../values/value';
import { list, unknown } from '../values/make';
import type { Expression, Target } from '../syntax/ast';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { setAttribute } from './attributes';
import { valuesOf } from './iterate';
import { removeItem, setItem } from './subscripts';

/** Gives a value to names, attributes and places. Throws `CodeError('operands')` where the numbers of them differ. */
export function assign(target: Target, value: Value, scope: Scope, machine: Machine, line: number): void {
  if (target.kind === 'to') assignTo(target.expression, value, scope, machine);
  else if (target.kind === 'rest') assign(target.target, value, scope, machine, line);
  else {
    const { targets } = target;
    const values = valuesOf(value, machine, line);
    if (values === null) {
      const strange = unknown(written(value), line);
      for (const each of targets) assign(each, strange, scope, machine, line);
      return;
    }
    const rest = targets.findIndex(({ kind }) => kind === 'rest');
    if (rest < 0 ? values.length !== targets.length : values.length < targets.length - 1) {
      const data = { operator: '=', left: `${targets.length}`, right: written(value).slice(0, 80) };
      throw new CodeError('operands', line, data);
    }
    const extra = values.length - targets.length + 1;
    for (const [index, each] of targets.entries()) {
      if (rest < 0 || index < rest) assign(each, values[index]!, scope, machine, line);
      else if (index === rest) assign(each, list(values.slice(rest, rest + extra)), scope, machine, line);
      else assign(each, values[index + extra - 1]!, scope, machine, line);
    }
  }
}

/** Takes a name, an attribute or a place away. */
export function remove(expression: Expression, scope: Scope, machine: Machine): void {
  if (expression.kind === 'name') scope.delete(expression.name);
  else if (expression.kind === 'attribute') {
    const object = machine.evaluate(expression.object, scope);
    if (object.kind === 'instance') object.fields.delete(expression.name);
  } else if (expression.kind === 'subscript') {
    const object = machine.evaluate(expression.object, scope);
    removeItem(object, machine.evaluate(expression.index, scope), machine, expression.line);
  }
}

/** Gives a value to a name, an attribute or a place. */
export function assignTo(expression: Expression, value: Value, scope: Scope, machine: Machine): void {
  const { line } = expression;
  if (expression.kind === 'name') {
    // What the text does not say is known by the name that it has from here on, and may have been asked for.
    const strange = value.kind === 'unknown' ? { ...value, variable: value.variable ?? expression.name } : value;
    scope.set(expression.name, value.kind === 'unknown' ? (machine.given.get(expression.name) ?? strange) : value);
  } else if (expression.kind === 'attribute') {
    setAttribute(machine.evaluate(expression.object, scope), expression.name, value, machine);
  } else if (expression.kind === 'subscript') {
    const object = machine.evaluate(expression.object, scope);
    setItem(object, machine.evaluate(expression.index, scope), value, machine, line);
  }
}
