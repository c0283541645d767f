import type { End, Machine, Scope, Value } from '../values/value';
import { none, unknown } from '../values/make';
import type { Statement } from '../syntax/ast';
import { CodeError } from '../codeError';
import { truthOf } from '../values/truth';
import { askedName, spoken, written } from '../values/words';
import { assign, assignTo, remove } from './assign';
import { classOf } from './classes';
import { evaluate } from './expressions';
import { functionOf } from './functions';
import { builds, leaveOut } from './leftOut';
import { isIdleLoop } from './idleLoop';
import { importNames } from './imports';
import { valuesOf } from './iterate';
import { binary } from './operators';

/** Does one statement after another. Throws `CodeError`. */
export function execute(statements: readonly Statement[], scope: Scope, machine: Machine): End {
  for (const [at, statement] of statements.entries()) {
    machine.step(statement.line);
    // Without what stands under this condition the text ends with an error: it is meant.
    const isMeant = statement.kind === 'if' && statements[at + 1]?.kind === 'raise';
    const end = machine.inside(statement.line, () =>
      isMeant ? branch(statement, scope, machine, true) : done(statement, scope, machine),
    );
    if (end !== null) return end;
  }
  return null;
}

function done(statement: Statement, scope: Scope, machine: Machine): End {
  const { line } = statement;
  switch (statement.kind) {
    case 'expression':
      evaluate(statement.value, scope, machine);
      return null;
    case 'assign': {
      const value = evaluate(statement.value, scope, machine);
      for (const target of statement.targets) assign(target, value, scope, machine, line);
      return null;
    }
    case 'update': {
      const before = evaluate(statement.target, scope, machine);
      const value = evaluate(statement.value, scope, machine);
      const values = before.kind === 'list' && statement.operator === '+' ? valuesOf(value, machine, line) : null;
      if (values && before.kind === 'list') before.items.push(...values);
      else assignTo(statement.target, binary(statement.operator, before, value, machine, line), scope, machine);
      return null;
    }
    case 'import':
      importNames(statement, scope, machine);
      return null;
    case 'if':
      return branch(statement, scope, machine);
    case 'for':
      return loop(statement, scope, machine);
    case 'while':
      return repeat(statement, scope, machine);
    case 'with':
      for (const { value, target } of statement.items) {
        const opened = evaluate(value, scope, machine);
        if (target) assign(target, opened, scope, machine, line);
      }
      return execute(statement.body, scope, machine);
    case 'try':
      return attempt(statement, scope, machine);
    case 'function':
      scope.set(statement.name, functionOf(statement.name, statement.parameters, statement.body, scope, machine));
      return null;
    case 'class':
      scope.set(statement.name, classOf(statement, scope, machine));
      return null;
    case 'return':
      return { value: statement.value ? evaluate(statement.value, scope, machine) : none };
    case 'scope':
      for (const name of statement.names) scope.belongs(name, statement.outer);
      return null;
    case 'delete':
      for (const target of statement.targets) remove(target, scope, machine);
      return null;
    case 'raise': {
      const value = statement.value ? evaluate(statement.value, scope, machine) : none;
      const said = value.kind === 'thing' ? [...(value.args?.values() ?? [])].map(spoken).join(' ') : '';
      throw new CodeError('raised', line, { text: (said || written(value)).slice(0, 200) });
    }
    case 'broken':
      throw new CodeError('syntax', line, { text: statement.text });
    case 'break':
    case 'continue':
      return statement.kind;
    case 'assert':
    case 'pass':
      return null;
  }
}

/** What is left out is said where it would build a part of a model. */
function skip(body: readonly Statement[], value: Value, line: number, scope: Scope, machine: Machine): void {
  leaveOut(body, scope);
  if (!builds(body)) return;
  const name = askedName(value);
  machine.session.skipped.push(new CodeError('skipped', line, { name: name.slice(0, 80) }));
}

/** Of a condition that the text does not say, the way without it is gone, unless the one with it is meant. */
function branch(statement: Statement & { kind: 'if' }, scope: Scope, machine: Machine, isMeant = false): End {
  for (const { test, body } of statement.branches) {
    const value = evaluate(test, scope, machine);
    const known = truthOf(value);
    if (known === true || (known === null && isMeant)) return execute(body, scope, machine);
    if (known === null) skip(body, value, statement.line, scope, machine);
  }
  return execute(statement.otherwise, scope, machine);
}

/** A loop through what is not known is not gone through; what it would name is unknown. */
function loop(statement: Statement & { kind: 'for' }, scope: Scope, machine: Machine): End {
  const source = evaluate(statement.values, scope, machine);
  const values = valuesOf(source, machine, statement.line);
  if (!values) {
    assign(statement.target, unknown(written(source), statement.line), scope, machine, statement.line);
    skip(statement.body, source, statement.line, scope, machine);
    return null;
  }
  const rounds = values.length > 1 && isIdleLoop(statement.body, scope, machine) ? values.slice(-1) : values;
  for (const value of rounds) {
    machine.step(statement.line);
    assign(statement.target, value, scope, machine, statement.line);
    const end = execute(statement.body, scope, machine);
    if (end === 'break') return null;
    if (end !== null && end !== 'continue') return end;
  }
  return execute(statement.otherwise, scope, machine);
}

function repeat(statement: Statement & { kind: 'while' }, scope: Scope, machine: Machine): End {
  while (truthOf(evaluate(statement.test, scope, machine)) === true) {
    machine.step(statement.line);
    const end = execute(statement.body, scope, machine);
    if (end === 'break') return null;
    if (end !== null && end !== 'continue') return end;
  }
  return null;
}

/** What fails in `try` is left; what comes in `finally` is done. */
function attempt(statement: Statement & { kind: 'try' }, scope: Scope, machine: Machine): End {
  let end: End = null;
  try {
    end = execute(statement.body, scope, machine);
  } catch (error) {
    if (!(error instanceof CodeError) || error.code === 'tooLong' || error.code === 'tooDeep') throw error;
    if (error.code !== 'raised' && error.code !== 'attribute' && error.code !== 'index') throw error;
  }
  return execute(statement.last, scope, machine) ?? end;
}
