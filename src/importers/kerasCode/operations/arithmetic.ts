import type { BatchShape, Machine, Value } from '../values/value';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { operated, unknownOperation } from './operated';
import { operandsOf } from './operation';

/** What Keras calls the operators. */
const names: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'true_divide',
  '//': 'floor_divide',
  '**': 'power',
  '%': 'mod',
  '@': 'matmul',
};

/** `left operator right` where one of them is a tensor: layers where some do it, else an operation of that name. */
export function computed(operator: string, left: Value, right: Value, machine: Machine, line: number): Value {
  const operation = Object.hasOwn(names, operator) ? names[operator]! : null;
  const made = { machine, line };
  if (operation === null) {
    throw new CodeError('operands', line, { operator, left: written(left), right: written(right) });
  }
  const operands = operandsOf(operation, { args: [left, right], named: new Map() });
  const done = operated(operands, made);
  if (done) return done;
  const { tensors } = operands;
  if (left.kind === 'tensor' && right.kind === 'tensor')
    return unknownOperation(operation, tensors, new Map(), broadcast(left.shape, right.shape), made);
  const named = left.kind === 'tensor' ? (['x2', right] as const) : (['x1', left] as const);
  return unknownOperation(operation, tensors, new Map([named]), tensors[0]!.shape, made);
}

/** Shape of an operation of two tensors, by the rules of NumPy; null where it cannot be told. */
export function broadcast(left: BatchShape | null, right: BatchShape | null): BatchShape | null {
  if (!left || !right) return null;
  const length = Math.max(left.length, right.length);
  const at = (shape: BatchShape, axis: number) => {
    const place = axis - (length - shape.length);
    return place < 0 ? 1 : (shape[place] ?? null);
  };
  return Array.from({ length }, (_, axis) => {
    const [one, other] = [at(left, axis), at(right, axis)];
    return one === 1 ? other : other === 1 ? one : (one ?? other);
  });
}
