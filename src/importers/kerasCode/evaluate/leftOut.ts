import type { Statement, Target } from '../syntax/ast';
import type { Scope } from '../values/value';
import { unknown } from '../values/make';

/** Names that statements would give something to, which are not done because nobody knows whether they are: unknown values. */
export function leaveOut(statements: readonly Statement[], scope: Scope, depth = 0): void {
  if (depth > 20) return;
  for (const statement of statements) {
    const { line } = statement;
    for (const name of namesIn(statement)) {
      if (scope.get(name) === undefined) scope.set(name, { ...unknown(name, line), variable: name });
    }
    if ('body' in statement && statement.kind !== 'function' && statement.kind !== 'class') {
      leaveOut(statement.body, scope, depth + 1);
    }
    if (statement.kind !== 'if') continue;
    for (const { body } of statement.branches) leaveOut(body, scope, depth + 1);
    leaveOut(statement.otherwise, scope, depth + 1);
  }
}

function namesIn(statement: Statement): readonly string[] {
  if (statement.kind === 'function' || statement.kind === 'class') return [statement.name];
  if (statement.kind === 'assign') return statement.targets.flatMap((target) => targetNames(target));
  return statement.kind === 'for' ? targetNames(statement.target) : [];
}

function targetNames(target: Target): readonly string[] {
  if (target.kind === 'several') return target.targets.flatMap((each) => targetNames(each));
  if (target.kind === 'rest') return targetNames(target.target);
  return target.expression.kind === 'name' ? [target.expression.name] : [];
}
