import { CodeError } from '../../kerasCode/codeError';
import type { Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import type { Arguments } from '../arguments';
import { emitLayer } from '../exported/emitLayer';
import { StepMask } from '../exported/mask';
import { TorchData, TorchParameter } from '../trace/data';
import { type TorchTensor, isTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';
import { emit, type TorchOperation } from './operation';

type Named = Pick<Arguments, 'callee' | 'line'>;

/** Sizes of what two tensors make, where a size of 1 goes along any other. Throws `CodeError('operands')`. */
function broadcast(given: Named, left: readonly number[], right: readonly number[]): number[] {
  const rank = Math.max(left.length, right.length);
  const at = (dims: readonly number[], axis: number) => dims[axis - (rank - dims.length)] ?? 1;
  return Array.from({ length: rank }, (_, axis) => {
    const [one, other] = [at(left, axis), at(right, axis)];
    if (one === other || other === 1) return one;
    if (one === 1) return other;
    const data = { operator: given.callee, left: `[${left.join(', ')}]`, right: `[${right.join(', ')}]` };
    throw new CodeError('operands', given.line, data);
  });
}

/** With as many axes as another: axes of size 1 go in front. */
function raised(given: Named, trace: Trace, tensor: TorchTensor, rank: number): TorchTensor {
  const added = rank - tensor.dims.length;
  if (added <= 0) return tensor;
  const axes = Array.from({ length: added }, (_, at) => at);
  return emit(trace, given, 'Unsqueeze', [tensor], { axes }, [...axes.map(() => 1), ...tensor.dims]);
}

/** Two tensors number by number. */
export function together(given: Named, trace: Trace, op: string, left: TorchTensor, right: TorchTensor): TorchTensor {
  const dims = broadcast(given, left.dims, right.dims);
  const inputs = [left, right].map((each) => raised(given, trace, each, dims.length));
  return emit(trace, given, op, inputs, {}, dims);
}

/** What stands beside a tensor in an operation: the name of a constant of the graph. */
function constantOf(given: Named, trace: Trace, value: Value): string {
  if (value.kind === 'number' || value.kind === 'boolean') return trace.literal([Number(value.value)], []);
  if (value instanceof TorchData && value.filled !== null) return trace.literal([value.filled], []);
  const path = value instanceof TorchParameter ? trace.paths.get(value) : undefined;
  if (path !== undefined) return trace.weight(path, (value as TorchParameter).dims);
  if (value.kind === 'unknown') {
    const data = { name: value.variable ?? value.name, wanted: given.callee, from: '' };
    throw new CodeError('unknownValue', given.line, data);
  }
  throw new CodeError('operands', given.line, { operator: given.callee, left: 'tensor', right: written(value) });
}

const operators: Readonly<Record<string, readonly [op: string, name: string]>> = {
  '+': ['Add', 'add'],
  '-': ['Sub', 'subtract'],
  '*': ['Mul', 'multiply'],
  '/': ['Div', 'divide'],
  '@': ['MatMul', 'matmul'],
};

/** `left operator right`, at least one of them a tensor; `-left` where there is no right. */
export function computed(operator: string, left: Value, right: Value | null, trace: Trace, line: number): Value {
  if (right === null) {
    const input = left as TorchTensor;
    return operator === '-' ? emit(trace, { callee: 'negative', line }, 'Neg', [input], {}, input.dims) : input;
  }
  if (operator === '**' && isTensor(left) && right.kind === 'number' && right.value === 2) {
    return together({ callee: 'square', line }, trace, 'Mul', left, left);
  }
  const known = operators[operator];
  if (!known) throw new CodeError('operands', line, { operator, left: written(left), right: written(right) });
  const [op, callee] = known;
  const given = { callee, line };
  if (isTensor(left) && isTensor(right)) {
    if (op !== 'MatMul') return together(given, trace, op, left, right);
    return emit(trace, given, op, [left, right], {}, [...left.dims.slice(0, -1), right.dims.at(-1)!]);
  }
  const tensor = isTensor(left) ? left : (right as TorchTensor);
  const [only, ...others] = right instanceof StepMask ? right.of : [];
  if (operator === '*' && trace.isExported && only && others.length === 0)
    return emitLayer(trace, { callee: 'masking', line }, 'Each', 'Masking', { mask_value: only.unlike }, tensor);
  const constant = constantOf(given, trace, isTensor(left) ? right : left);
  const dims =
    op === 'MatMul' ? [...tensor.dims.slice(0, -1), trace.constants.get(constant)!.dims.at(-1) ?? 1] : tensor.dims;
  const [id] = trace.node(callee, op, isTensor(left) ? [tensor.id, constant] : [constant, tensor.id], {}, { line });
  return trace.tensor(id!, dims);
}

const function2 = (operator: string): TorchOperation => ({
  signature: 'input other alpha=1',
  run(given, trace) {
    if (given.number('alpha') !== 1) throw given.refuse('alpha');
    return computed(operator, given.value('input'), given.value('other'), trace, given.line);
  },
});

const elementwise = (op: string): TorchOperation => ({
  signature: 'input other',
  run(given, trace) {
    const [one, other] = [given.value('input'), given.value('other')];
    if (isTensor(one) && isTensor(other)) return together(given, trace, op, one, other);
    throw new CodeError('notTensor', given.line, { layer: given.callee, got: written(other) });
  },
});

export const arithmeticOperations: Readonly<Record<string, TorchOperation>> = {
  add: function2('+'),
  add_: function2('+'),
  sub: function2('-'),
  mul: function2('*'),
  mul_: function2('*'),
  multiply: function2('*'),
  div: function2('/'),
  matmul: function2('@'),
  mm: function2('@'),
  bmm: function2('@'),
  maximum: elementwise('Max'),
  minimum: elementwise('Min'),
  neg: { signature: 'input', run: (given, trace) => computed('-', given.value('input'), null, trace, given.line) },
};
