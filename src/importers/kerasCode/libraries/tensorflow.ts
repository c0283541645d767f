import type { Call, Value } from '../values/value';
import { float, module, native, none, text, truth, unknown } from '../values/make';
import { array } from '../values/arrays';
import { operationFunction } from '../operations/operationFunction';
import { plainThing } from '../keras/things';
import { arrayFunction } from './arrays';

/** `set_seed(1)`: also the seed of the run here. */
export const seedFunction = native('set_seed', ({ args: [seed], named, machine }) => {
  const given = seed ?? named.get('seed');
  if (given?.kind === 'number') machine.session.seed = given.value;
  return none;
});

const special: Readonly<Record<string, Value>> = {
  set_seed: seedFunction,
  set_random_seed: seedFunction,
  image_data_format: native('image_data_format', () => text('channels_last')),
  image_dim_ordering: native('image_dim_ordering', () => text('tf')),
  is_keras_tensor: native('is_keras_tensor', ({ args }) => truth(args[0]?.kind === 'tensor')),
  floatx: native('floatx', () => text('float32')),
  epsilon: native('epsilon', () => float(1e-7)),
  clear_session: native('clear_session', ({ machine }) => {
    machine.session.clear();
    return none;
  }),
  executing_eagerly: native('executing_eagerly', () => truth(true)),
};

/** Decorators and wrappers that hand their function on. */
const wrappers = new Set(['function', 'register_keras_serializable', 'register_serializable']);

const numberTypes = /^(float|int|uint|bool|string|complex|half|double)\d*$/;

/** A function of the module of tensors that code for Keras calls. */
export function tensorFunction(path: string): Value {
  const name = path.split('.').at(-1)!;
  if (Object.hasOwn(special, name)) return special[name]!;
  if (numberTypes.test(name)) return plainThing('keras.dtypes', name);
  if (wrappers.has(name)) return native(name, ({ args, line }) => args[0] ?? unknown(name, line));
  return operationFunction(path, (call) => arrayFunction(name, call));
}

/** Parts of TensorFlow that are functions of tensors. */
const families = new Set(['nn', 'math', 'image', 'linalg', 'sparse', 'strings']);

/** What a path of TensorFlow outside Keras is. */
export function tensorflowMember(path: string): Value {
  const parts = path.split('.');
  const [, family = ''] = parts;
  if (parts.length === 1) return module(path);
  if (
    parts.length === 2 &&
    (families.has(family) || ['random', 'data', 'config', 'distribute', 'io', 'train'].includes(family))
  ) {
    return module(path);
  }
  if (parts.length === 2 && ['Tensor', 'Variable', 'TensorShape', 'GradientTape'].includes(family)) {
    return native(path, (call) => variable(path, call));
  }
  return families.has(family) || parts.length === 2 || family === 'random' ? tensorFunction(path) : module(path);
}

function variable(path: string, { args, line }: Call): Value {
  const [first] = args;
  return first?.kind === 'array' ? array(first.shape, first.dataset) : unknown(path, line);
}
