import type { BatchShape, Machine, Value } from '../values/value';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { operated, unknownOperation } from './operated';
import { tensorsIn } from '../model/tensor';

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

/** Layers of Keras that do so with two tensors of one shape. */
const layers: Readonly<Record<string, string>> = { '+': 'Add', '-': 'Subtract', '*': 'Multiply' };

/** `left operator right` where one of them is a tensor: a layer where one does it, else an operation of that name. */
export function computed(operator: string, left: Value, right: Value, machine: Machine, line: number): Value {
  const operation = Object.hasOwn(names, operator) ? names[operator]! : null;
  const made = { machine, line };
  if (operation === null) {
    throw new CodeError('operands', line, { operator, left: written(left), right: written(right) });
  }
  const inputs = tensorsIn(left).concat(tensorsIn(right));
  const className = Object.hasOwn(layers, operator) ? layers[operator]! : null;
  if (left.kind === 'tensor' && right.kind === 'tensor') {
    if (className && left !== right) return operated(className, {}, operation, inputs, made);
    return unknownOperation(operation, inputs, new Map(), broadcast(left.shape, right.shape), made);
  }
  const number = left.kind === 'number' ? left.value : right.kind === 'number' ? right.value : null;
  const scaling = number === null ? null : scaled(operator, number, left.kind === 'number');
  const [tensor] = inputs;
  if (scaling) return operated('Rescaling', scaling, operation, [tensor!], made);
  const other = left.kind === 'tensor' ? right : left;
  return unknownOperation(operation, inputs, new Map([['value', other]]), tensor!.shape, made);
}

/** What an operation with a number multiplies by, and adds. */
function scaled(operator: string, number: number, isLeft: boolean): { scale: number; offset: number } | null {
  switch (operator) {
    case '+':
      return { scale: 1, offset: number };
    case '-':
      return isLeft ? { scale: -1, offset: number } : { scale: 1, offset: -number };
    case '*':
      return { scale: number, offset: 0 };
    case '/':
      return isLeft || number === 0 ? null : { scale: 1 / number, offset: 0 };
    default:
      return null;
  }
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
