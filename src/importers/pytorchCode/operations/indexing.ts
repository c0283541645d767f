import { CodeError } from '../../kerasCode/codeError';
import type { Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import type { TorchTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';
import { emit } from './operation';

/** What one index says of an axis: which part stays, and whether the axis does. */
interface Part {
  readonly from: number;
  readonly to: number;
  readonly stays: boolean;
}

function partOf(index: Value, size: number, refuse: () => CodeError): Part {
  if (index.kind === 'number') {
    const at = index.value < 0 ? index.value + size : index.value;
    if (!(at >= 0 && at < size)) throw refuse();
    return { from: at, to: at + 1, stays: false };
  }
  if (index.kind !== 'slice') throw refuse();
  const bound = (value: Value, otherwise: number) => {
    if (value.kind === 'none') return otherwise;
    if (value.kind !== 'number') throw refuse();
    return Math.min(Math.max(value.value < 0 ? value.value + size : value.value, 0), size);
  };
  if (index.step.kind !== 'none' && !(index.step.kind === 'number' && index.step.value === 1)) throw refuse();
  return { from: bound(index.start, 0), to: bound(index.stop, size), stays: true };
}

/** `tensor[…]`. Throws `CodeError` for what is no part along axes. */
export function indexed(input: TorchTensor, index: Value, trace: Trace, line: number): TorchTensor {
  const given = { callee: 'slice', line };
  const refuse = () => new CodeError('index', line, { object: 'tensor', index: written(index) });
  const indices = index.kind === 'tuple' ? index.items : [index];
  const taken = indices.filter(({ kind }) => kind !== 'none' && kind !== 'ellipsis').length;
  if (taken > input.dims.length) throw refuse();
  const parts: (Part | null)[] = [];
  let axis = 0;
  const whole = (at: number): Part => ({ from: 0, to: input.dims[at]!, stays: true });
  for (const each of indices) {
    if (each.kind === 'none') parts.push(null);
    else if (each.kind === 'ellipsis') {
      for (const end = axis + input.dims.length - taken; axis < end; axis++) parts.push(whole(axis));
    } else {
      parts.push(partOf(each, input.dims[axis]!, refuse));
      axis++;
    }
  }
  for (; axis < input.dims.length; axis++) parts.push(whole(axis));
  const own = parts.filter((part) => part !== null);
  // The last step of all is what a recurrent layer gives by itself.
  const isLast = own.length === 3 && !own[1]!.stays && own[1]!.to === input.dims[1] && own[0]!.stays && own[2]!.stays;
  if (input.last !== null && isLast && parts.length === 3) return input.last;
  let result = input;
  own.forEach(({ from, to }, at) => {
    const size = result.dims[at]!;
    if (from === 0 && to === size) return;
    const dims = result.dims.map((each, other) => (other === at ? to - from : each));
    result = emit(trace, given, 'Slice', [result], { axis: at, from, to: size - to }, dims, { own: true });
  });
  const gone = own.flatMap(({ stays }, at) => (stays ? [] : [at]));
  const left = result.dims.filter((_, at) => !gone.includes(at));
  if (gone.length > 0 && left.length > 0) result = emit(trace, given, 'Squeeze', [result], { axes: gone }, left);
  // Axes of size 1 that an index puts in stand where they are written.
  parts
    .filter((part) => part === null || part.stays)
    .forEach((part, at) => {
      if (part !== null) return;
      const dims = [...result.dims.slice(0, at), 1, ...result.dims.slice(at)];
      result = emit(trace, given, 'Unsqueeze', [result], { axes: [at] }, dims);
    });
  return result;
}
