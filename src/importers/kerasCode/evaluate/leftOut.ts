import type { Statement, Target } from '../syntax/ast';
import type { Scope } from '../values/value';
import { unknown } from '../values/make';

/** Whether statements build a part of a model: `model.add(…)`, or a layer that is called at once. */
export function builds(statements: readonly Statement[], depth = 0): boolean {
  if (depth > 20) return false;
  return statements.some((statement) => {
    const value = statement.kind === 'expression' || statement.kind === 'assign' ? statement.value : null;
    if (value?.kind === 'call') {
      const { callee } = value;
      if (callee.kind === 'call' || (callee.kind === 'attribute' && /^(add|pop)$/.test(callee.name))) return true;
    }
    if (statement.kind === 'if') return statement.branches.some(({ body }) => builds(body, depth + 1));
    return 'body' in statement && builds(statement.body, depth + 1);
  });
}

/** Names that statements would give something to, which are not done because nobody knows whether they are: unknown values. */
export function leaveOut(statements: readonly Statement[], scope: Scope, depth = 0): void {
  if (depth > 20) return;
  for (const statement of statements) {
    const { line } = statement;
    for (const name of namesIn(statement)) {
      if (scope.get(name) === undefined) scope.set(name, { ...unknown(name, line), variable: name });
    }
    const grown = grownIn(statement);
    const kind = grown === null ? undefined : scope.get(grown)?.kind;
    // Nobody knows what is in it then.
    if (grown !== null && (kind === 'list' || kind === 'set'))
      scope.set(grown, { ...unknown(grown, line), variable: grown });
    if ('body' in statement && statement.kind !== 'function' && statement.kind !== 'class') {
      leaveOut(statement.body, scope, depth + 1);
    }
    if (statement.kind !== 'if') continue;
    for (const { body } of statement.branches) leaveOut(body, scope, depth + 1);
    leaveOut(statement.otherwise, scope, depth + 1);
  }
}

/** The list that a statement puts something into: `list.append(…)`. */
function grownIn(statement: Statement): string | null {
  if (statement.kind !== 'expression' || statement.value.kind !== 'call') return null;
  const { callee } = statement.value;
  if (callee.kind !== 'attribute' || callee.object.kind !== 'name') return null;
  return /^(append|extend|insert|add|update)$/.test(callee.name) ? callee.object.name : null;
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
