import type { Expression, Statement } from '../../kerasCode/syntax/ast';

/** What lies inside a statement. */
function inner(statement: Statement): readonly Statement[] {
  if (statement.kind === 'if') return [...statement.branches.flatMap(({ body }) => body), ...statement.otherwise];
  return 'body' in statement ? statement.body : [];
}

const isBackward = (expression: Expression) =>
  expression.kind === 'call' && expression.callee.kind === 'attribute' && expression.callee.name === 'backward';

/** Whether statements train a model: `loss.backward()`. */
export const trains = (statements: readonly Statement[], depth = 0): boolean =>
  depth < 20 &&
  statements.some(
    (statement) =>
      (statement.kind === 'expression' && isBackward(statement.value)) || trains(inner(statement), depth + 1),
  );

/** The outermost loops that train: what they go through. */
export function trainingLoops(statements: readonly Statement[], depth = 0): readonly Expression[] {
  if (depth > 20) return [];
  return statements.flatMap((statement) => {
    if (statement.kind === 'for' && trains(statement.body)) return [statement.values];
    return trainingLoops(inner(statement), depth + 1);
  });
}
