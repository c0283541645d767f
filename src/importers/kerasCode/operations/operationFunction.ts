import type { BatchShape, Call, NativeValue, Tensor, Value } from '../values/value';
import { native, unknown } from '../values/make';
import { broadcast } from './arithmetic';
import { unknownOperation } from './operated';
import { elementwise } from './elementwise';
import { operandsOf } from './operation';
import { reshaping } from './reshaping';

/** A function of `keras.ops`, `tf` or Keras's backend: on tensors the layer that does so, else an operation by its name. */
export function operationFunction(path: string, otherwise: (call: Call) => Value | null = () => null): NativeValue {
  const name = path.split('.').at(-1)!;
  return native(name, (call) => {
    const operands = operandsOf(name, call);
    if (operands.tensors.length === 0) return otherwise(call) ?? unknown(path, call.line);
    const done = (elementwise(name) ?? reshaping(name))?.(operands);
    if (done) return done;
    const shape = keeps(name, operands.tensors);
    return unknownOperation(name, operands.tensors, call.named, shape, call);
  });
}

/** Functions that change every value for itself. */
const alone = new Set(
  'exp log sqrt square abs sin cos pow power sign round floor negative rsqrt stop_gradient erf where'.split(' '),
);

function keeps(name: string, tensors: readonly Tensor[]): BatchShape | null {
  if (!alone.has(name)) return null;
  return tensors.reduce<BatchShape | null>((shape, tensor) => broadcast(shape, tensor.shape), tensors[0]!.shape);
}
