import { CodeError } from '../../kerasCode/codeError';
import type { Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import type { Arguments } from '../arguments';
import { SizeMismatch, type TorchTensor, isTensor } from '../trace/tensor';
import { type Attributes, type Trace, mostNodes, torchDomain } from '../trace/trace';

/** A function of `torch`, of `torch.nn.functional` or a method of a tensor. */
export interface TorchOperation {
  /** As `Arguments` reads it; the first is the tensor. */
  readonly signature: string;
  run(given: Arguments, trace: Trace): Value;
}

/** Throws `CodeError('notTensor')`. */
export function tensorAt(given: Arguments, name: string): TorchTensor {
  const value = given.value(name);
  if (isTensor(value)) return value;
  throw new CodeError('notTensor', given.line, { layer: given.callee, got: written(value).slice(0, 80) });
}

interface Made {
  /** Missing: an operator of ONNX. */
  readonly own?: boolean;
  /** What else goes in: literals and weights by their names in the graph. */
  readonly more?: readonly string[];
  readonly whole?: boolean;
}

/** One operator on tensors, with the sizes that come out. Throws `SizeMismatch` where one of them is none. */
export function emit(
  trace: Trace,
  given: Pick<Arguments, 'callee' | 'line'>,
  op: string,
  inputs: readonly TorchTensor[],
  attributes: Attributes,
  dims: readonly number[],
  { own = false, more = [], whole = false }: Made = {},
): TorchTensor {
  checkSizes(dims, given);
  if (trace.nodes.length > mostNodes) throw new CodeError('tooLong', given.line, { limit: mostNodes });
  const domain = own ? torchDomain : '';
  const name = given.callee
    .split('.')
    .at(-1)!
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
  const [id] = trace.node(name, op, [...inputs.map((each) => each.id), ...more], attributes, {
    domain,
    line: given.line,
  });
  return trace.tensor(id!, dims, whole);
}

export function checkSizes(dims: readonly number[], { callee, line }: Pick<Arguments, 'callee' | 'line'>): void {
  if (dims.some((size) => !(size >= 1))) throw new SizeMismatch(0, 1, line, callee);
}

/** One operator that leaves all sizes as they are. */
export const emitEach = (
  trace: Trace,
  given: Pick<Arguments, 'callee' | 'line'>,
  op: string,
  input: TorchTensor,
  attributes: Attributes = {},
  made: Made = {},
): TorchTensor => emit(trace, given, op, [input], attributes, input.dims, made);

/** An axis counted from the front. Throws `CodeError('argument')` where there is none. */
export function axisOf(given: Arguments, name: string, rank: number): number {
  return axisAt(given, given.whole(name), rank, name);
}

export function axisAt({ callee, line }: Pick<Arguments, 'callee' | 'line'>, axis: number, rank: number, name: string) {
  const at = axis < 0 ? axis + rank : axis;
  if (at >= 0 && at < rank) return at;
  throw new CodeError('argument', line, { callee, argument: name, problem: 'value' });
}

export const productOf = (sizes: readonly number[]) => sizes.reduce((product, size) => product * size, 1);
