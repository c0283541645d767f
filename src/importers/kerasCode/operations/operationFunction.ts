import type { BatchShape, Call, NativeValue, Tensor, Value } from '../values/value';
import { native, unknown } from '../values/make';
import { broadcast } from './arithmetic';
import { unknownOperation } from './operated';
import { elementwise } from './elementwise';
import { type Operands, numbersIn, operandsOf, plain } from './operation';
import { reshaping } from './reshaping';

/** A function of `keras.ops`, `tf` or Keras's backend: on tensors the layer that does so, else an operation by its name. */
export function operationFunction(path: string, otherwise: (call: Call) => Value | null = () => null): NativeValue {
  const name = path.split('.').at(-1)!;
  return native(name, (call) => {
    const operands = operandsOf(name, call);
    if (operands.tensors.length === 0) return otherwise(call) ?? unknown(path, call.line);
    const done = (elementwise(name) ?? reshaping(name))?.(operands);
    if (done) return done;
    const reduced = reduction(operands);
    const shape = reduced ? reduced.shape : keeps(name, operands.tensors);
    return unknownOperation(name, operands.tensors, reduced?.named ?? call.named, shape, call);
  });
}

const reductions = new Set('sum prod min max mean std var any all argmax argmin logsumexp norm'.split(' '));

/** Of a function that makes one value of those along some axes: what comes out, and its arguments by name. */
function reduction(operands: Operands) {
  const { call, tensors, argument } = operands;
  const [tensor] = tensors;
  const given = argument(0, 'axis');
  const axes = given ? numbersIn(plain(operands, given)) : null;
  const known = reductions.has(operands.name.replace(/^reduce_/, ''));
  if (!known || !tensor?.shape || tensors.length > 1 || !given || !axes || axes.includes(null)) return null;
  const keeps = argument(1, 'keepdims', 'keep_dims');
  const isKept = keeps?.kind === 'boolean' && keeps.value;
  const gone = new Set(axes.map((axis) => (axis! < 0 ? tensor.shape!.length + axis! : axis!)));
  const shape = isKept
    ? tensor.shape.map((size, axis) => (gone.has(axis) ? 1 : size))
    : tensor.shape.filter((_, axis) => !gone.has(axis));
  return { shape, named: new Map([...call.named, ['axis', given] as const]) };
}

/** Functions that change every value for itself. */
const alone = new Set(
  'exp log sqrt square abs sin cos pow power sign round floor negative rsqrt stop_gradient erf where'.split(' '),
);

function keeps(name: string, tensors: readonly Tensor[]): BatchShape | null {
  if (!alone.has(name)) return null;
  return tensors.reduce<BatchShape | null>((shape, tensor) => broadcast(shape, tensor.shape), tensors[0]!.shape);
}
