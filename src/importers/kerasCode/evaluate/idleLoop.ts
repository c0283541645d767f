import type { Expression, Statement } from '../syntax/ast';
import type { Machine, Scope } from '../values/value';

/** Modules that copy, draw and print: nothing of a model comes of them. */
const outside = /^(os|shutil|sys|glob|time|zipfile|tarfile|pathlib|urllib|requests|matplotlib|PIL|cv2|IPython)(\.|$)/;

/** Whether a value is told by what else is known, and finding it changes nothing here. */
function isIdleValue(expression: Expression, scope: Scope, machine: Machine, depth = 0): boolean {
  if (depth > 12) return false;
  const idle = (inner: Expression) => isIdleValue(inner, scope, machine, depth + 1);
  switch (expression.kind) {
    case 'number':
    case 'string':
    case 'name':
    case 'boolean':
    case 'none':
      return true;
    case 'attribute':
      return idle(expression.object);
    case 'subscript':
      return idle(expression.object) && idle(expression.index);
    case 'unary':
      return idle(expression.operand);
    case 'binary':
      return idle(expression.left) && idle(expression.right);
    case 'call':
      return isOutside(expression.callee, scope, machine) && expression.args.every(({ value }) => idle(value));
    default:
      return false;
  }
}

/** A function of such a module, `print`, or `format` of a text. */
function isOutside(callee: Expression, scope: Scope, machine: Machine): boolean {
  if (callee.kind === 'name') return callee.name === 'print' || callee.name === 'len' || callee.name === 'str';
  if (callee.kind !== 'attribute') return false;
  let root: Expression = callee.object;
  if (root.kind === 'string') return callee.name === 'format';
  while (root.kind === 'attribute') root = root.object;
  const value = root.kind === 'name' ? (scope.get(root.name) ?? machine.meaning(root.name)) : null;
  return value?.kind === 'module' && outside.test(value.path);
}

/** Whether all rounds of a loop but the last leave nothing behind here: it copies files, draws pictures or prints. */
export function isIdleLoop(body: readonly Statement[], scope: Scope, machine: Machine): boolean {
  return body.every((statement) => {
    if (statement.kind === 'expression') return isIdleValue(statement.value, scope, machine);
    if (statement.kind !== 'assign') return statement.kind === 'pass';
    const isName = statement.targets.every((target) => target.kind === 'to' && target.expression.kind === 'name');
    return isName && isIdleValue(statement.value, scope, machine);
  });
}
