import type { Machine, ObjectValue, Value } from '../../kerasCode/values/value';
import { unknown } from '../../kerasCode/values/make';
import type { Arguments } from '../arguments';
import { emitLayer } from '../exported/emitLayer';
import { type TorchTensor, isTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';
import { together } from './arithmetic';
import { axisAt, emit, emitEach, tensorAt, type TorchOperation } from './operation';

/** Greatest numbers, and where they are, which no model here takes. */
class Extremes implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'max';
  constructor(private readonly greatest: TorchTensor) {}

  attribute(name: string, _machine: Machine, line: number): Value {
    return name === 'values' ? this.greatest : unknown(`max.${name}`, line);
  }

  values(): readonly Value[] {
    return [this.greatest, unknown('indices', 0)];
  }

  item(index: Value, _machine: Machine, line: number): Value {
    return index.kind === 'number' && index.value === 0 ? this.greatest : unknown('max[…]', line);
  }
}

const kinds: Readonly<Record<string, string>> = { ReduceMean: 'Average', ReduceMax: 'Max' };

/** One number for all along some axes. */
function reduced(op: string, given: Arguments, trace: Trace, input: TorchTensor): TorchTensor {
  const { dims } = input;
  const all = dims.map((_, at) => at).slice(1);
  const over = given.isNone('dim') ? all : given.wholes('dim').map((axis) => axisAt(given, axis, dims.length, 'dim'));
  const keeps = given.flag('keepdim');
  // In our own projects sizes of 1 that stay are a layer's.
  const kind = trace.isExported && keeps && dims.length > 2 ? kinds[op] : undefined;
  if (kind !== undefined && over.length === dims.length - 2) {
    const out = dims.map((size, at) => (over.includes(at) ? 1 : size));
    const form = over.includes(1) ? 'Shape' : 'Picture';
    const className = `Global${kind}Pooling${over.length}D`;
    return emitLayer(trace, given, form, className, { keepdims: true }, input, { out });
  }
  const left = dims.flatMap((size, at) => (!over.includes(at) ? [size] : keeps ? [1] : []));
  return emit(trace, given, op, [input], { axes: over, keepdims: keeps ? 1 : 0 }, left);
}

const reduction = (op: string): TorchOperation => ({
  signature: 'input dim=None keepdim=False',
  run: (given, trace) => reduced(op, given, trace, tensorAt(given, 'input')),
});

const max: TorchOperation = {
  signature: 'input dim=None keepdim=False',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    const other = given.value('dim');
    if (isTensor(other)) return together(given, trace, 'Max', input, other);
    if (given.isNone('dim')) throw given.refuse('dim');
    return new Extremes(reduced('ReduceMax', given, trace, input));
  },
};

const clamp: TorchOperation = {
  signature: 'input min=None max=None',
  run(given, trace) {
    const bound = (name: string) => (given.isNone(name) ? {} : { [name]: given.number(name) });
    return emitEach(trace, given, 'Clip', tensorAt(given, 'input'), { ...bound('min'), ...bound('max') });
  },
};

export const reducingOperations: Readonly<Record<string, TorchOperation>> = {
  mean: reduction('ReduceMean'),
  amax: reduction('ReduceMax'),
  sum: reduction('ReduceSum'),
  max,
  clamp,
  clip: clamp,
};
