import type { BatchShape, Call, Machine, Tensor } from '../values/value';
import { freshLayer, native } from '../values/make';
import type { Json } from '../../kerasGraph/kerasGraph';
import { CodeError } from '../codeError';
import { nameIn } from '../keras/layerClass';
import { plainValue } from '../keras/plain';
import { byName, signatureOf } from '../keras/signatures';

interface InputFacts {
  readonly name: string | null;
  readonly dtype: string;
  readonly line: number;
}

/** An input of a model, with the layer that Keras has for it. */
export function inputTensor(shape: BatchShape, { name, dtype, line }: InputFacts, machine: Machine): Tensor {
  const layer = freshLayer('InputLayer', {
    name: name ?? machine.session.nameFor('InputLayer'),
    config: { batch_shape: shape, dtype, ...(name === null ? { unnamed: true } : {}) },
    line,
  });
  machine.trace.note(layer, line);
  return { kind: 'tensor', layer, call: null, index: 0, shape, dtype };
}

/** `keras.Input(…)`, and `InputLayer(…)`, which comes first in a Sequential. */
export const inputFunction = native('Input', (call) => inputOf(call));
export const inputLayerClass = { ...native('InputLayer', (call) => inputOf(call).layer), keras: 'InputLayer' };

/** Throws `CodeError('unknownValue')` for a shape that the text does not say. */
function inputOf(call: Call): Tensor {
  const { line, machine } = call;
  const given = byName(signatureOf('calls', 'Input') ?? [], call, 'Input');
  const sizes = (value: Json): BatchShape | null => {
    if (typeof value === 'number') return [value];
    return Array.isArray(value) ? value.map((size: Json) => (typeof size === 'number' ? size : null)) : null;
  };
  const read = (name: string) => {
    const value = given.get(name);
    return value && value.kind !== 'none' ? sizes(plainValue(value, { line, wanted: `Input.${name}` })) : null;
  };
  const batch = given.get('batch_size');
  const whole = read('batch_shape') ?? read('batch_input_shape');
  const own = read('shape') ?? read('input_shape');
  const tensor = given.get('tensor') ?? given.get('input_tensor');
  if (!whole && !own && tensor?.kind === 'tensor') return tensor;
  if (!whole && !own) throw new CodeError('argument', line, { callee: 'Input', argument: 'shape', problem: 'missing' });
  const shape = whole ?? [batch?.kind === 'number' ? batch.value : null, ...own!];
  const dtype = given.get('dtype');
  const type =
    dtype?.kind === 'string'
      ? dtype.value
      : dtype?.kind === 'module' || dtype?.kind === 'thing'
        ? lastOf(dtype)
        : 'float32';
  return inputTensor(shape, { name: nameIn(given, line), dtype: type, line }, machine);
}

const lastOf = (
  value: { readonly kind: 'module'; readonly path: string } | { readonly kind: 'thing'; readonly name: string },
) => (value.kind === 'module' ? value.path.split('.').at(-1)! : value.name);
