import type { BatchShape, Call, NativeValue, Tensor, Value } from '../values/value';
import type { Config } from '../../kerasGraph/kerasGraph';
import { argument, numbersOf } from '../../kerasGraph/operations/operation';
import { hasRule } from '../../kerasGraph/operations/partsOf';
import { shapeTuple } from '../values/arrays';
import { native, unknown } from '../values/make';
import { nameIn } from '../keras/layerClass';
import { broadcast } from './arithmetic';
import { mergeMode } from './mergeMode';
import { operated, unknownOperation } from './operated';
import { type Operands, askFor, operandsOf } from './operation';

/** Functions that hand a tensor on as it is. */
const same = new Set(['cast', 'identity', 'convert_to_tensor', 'constant']);

/** Arguments that a function has where they are not given: modules of one name differ in them. */
function usualIn(path: string): Config {
  const name = path.split('.').at(-1)!;
  if (/^keras\.ops\b/.test(path)) return name === 'gelu' ? { approximate: true } : {};
  return /^keras\.(layers|backend)\b/.test(path) && name === 'concatenate' ? { axis: -1 } : {};
}

/** A function of `keras.ops`, `tf` or Keras's backend: on tensors the layers that do so, else an operation by its name. */
export function operationFunction(path: string, otherwise: (call: Call) => Value | null = () => null): NativeValue {
  const own = path.split('.').at(-1)!;
  return native(own, (given) => {
    const merged = own === 'merge' ? mergeMode(given) : null;
    const { name, call } = merged ?? { name: own, call: given };
    const usual = usualIn(merged ? `keras.layers.${name}` : path);
    const operands = operandsOf(name, call, usual);
    const [tensor] = operands.tensors;
    if (!tensor) return otherwise(call) ?? unknown(path, call.line);
    if (same.has(name)) return tensor;
    if ((name === 'shape' || name === 'int_shape') && tensor.shape) return shapeTuple(tensor.shape);
    const done = operated(operands, call, nameIn(call.named, call.line));
    if (done) return done;
    if (operands.unsaid && hasRule(name)) askFor(operands.unsaid, name, call.line);
    return unknownOperation(name, operands.tensors, said(call), shapeBehind(operands), call);
  });
}

/** Arguments by name; those by place behind the tensors, too, as far as an axis is one. */
function said({ args, named }: Call): ReadonlyMap<string, Value> {
  const values = args.filter(({ kind }) => kind === 'number' || kind === 'tuple');
  const axis = values.length === 1 && args[0]?.kind === 'tensor' && args[1] === values[0] ? values[0] : undefined;
  return axis && !named.has('axis') ? new Map([...named, ['axis', axis]]) : named;
}

const reductions = new Set('sum prod min max mean std var any all argmax argmin logsumexp norm'.split(' '));

/** Functions that change every value for itself. */
const alone = new Set(
  'exp log sqrt square abs sin cos pow power sign round floor negative rsqrt stop_gradient erf where'.split(' '),
);

/** The shape that comes out of an operation that no layer does; null where it is not known. */
function shapeBehind({ operation, tensors }: Operands): BatchShape | null {
  const { name } = operation;
  if (alone.has(name))
    return tensors.reduce<BatchShape | null>((shape, each) => broadcast(shape, each.shape), tensors[0]!.shape);
  const [tensor] = tensors as [Tensor];
  const axes = numbersOf(argument(operation, 0, 'axis'));
  if (!reductions.has(name.replace(/^reduce_/, '')) || !tensor.shape || tensors.length > 1 || !axes) return null;
  const isKept = argument(operation, 1, 'keepdims', 'keep_dims') === true;
  const gone = new Set(axes.map((axis) => (axis < 0 ? tensor.shape!.length + axis : axis)));
  return isKept
    ? tensor.shape.map((size, axis) => (gone.has(axis) ? 1 : size))
    : tensor.shape.filter((_, axis) => !gone.has(axis));
}
