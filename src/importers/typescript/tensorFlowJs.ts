import { CodeError } from '../kerasCode/codeError';
import { emptyBody } from '../kerasCode/keras/layer';
import { inputTensor } from '../kerasCode/model/inputTensor';
import { modelLayer, setEnds } from '../kerasCode/model/models';
import { tensorsIn } from '../kerasCode/model/tensor';
import { freshLayer, module, native, text, unknown } from '../kerasCode/values/make';
import { keyOf } from '../kerasCode/values/make';
import { thingClass } from '../kerasCode/keras/things';
import type { BatchShape, Call, Layer, NativeValue, Value } from '../kerasCode/values/value';
import { fieldsOf } from './given';

/** A field of the object that a call is given. */
const fieldOf = ({ args: [given] }: Call, name: string): Value | undefined =>
  given?.kind === 'dict' ? given.entries.get(keyOf(text(name)))?.[1] : undefined;

/** A layer of TensorFlow.js, or one of ours: its class is what makes it (`tf.layers.dense`, `BatchNormalization`). */
function made(className: string, call: Call): Layer {
  const { args, line, machine } = call;
  const { name, trainable, ...config } = fieldsOf(args[0], className, line);
  const layer = freshLayer(className, {
    name: typeof name === 'string' ? name : machine.session.nameFor(className.split('.').at(-1)!),
    config,
    line,
  });
  if (trainable === false) layer.trainable = false;
  return layer;
}

/** What makes layers of a class. */
export const layerMaker = (className: string): NativeValue => native(className, (call) => made(className, call));

/** `tf.input({ name, shape })`. Throws `CodeError('argument')` where the shape is missing. */
const input = native('tf.input', (call) => {
  const { name, shape, batchShape } = fieldsOf(call.args[0], 'tf.input', call.line);
  const sizes = (given: unknown): BatchShape | null =>
    Array.isArray(given) ? given.map((size: unknown) => (typeof size === 'number' ? size : null)) : null;
  const own = sizes(shape);
  const whole = sizes(batchShape) ?? (own && [null, ...own]);
  if (!whole) {
    throw new CodeError('argument', call.line, { callee: 'tf.input', argument: 'shape', problem: 'missing' });
  }
  const about = { name: typeof name === 'string' ? name : null, dtype: 'float32', line: call.line };
  return inputTensor(whole, about, call.machine);
});

/** `tf.model({ inputs, outputs, name })`. Throws `CodeError`. */
const model = native('tf.model', (call) => {
  const { line, machine } = call;
  const [inputs, outputs] = ['inputs', 'outputs'].map((name) => tensorsIn(fieldOf(call, name)));
  if (inputs!.length === 0 || outputs!.length === 0) {
    const argument = inputs!.length === 0 ? 'inputs' : 'outputs';
    throw new CodeError('argument', line, { callee: 'tf.model', argument, problem: 'missing' });
  }
  const name = fieldOf(call, 'name');
  const own = name?.kind === 'string' ? name.value : machine.session.nameFor('model');
  const whole = modelLayer('Functional', own, emptyBody(), line);
  setEnds(whole, inputs!, outputs!, line);
  machine.made.push(whole);
  return whole;
});

/** What a path of TensorFlow.js is. */
export function tensorFlowJs(path: string): Value {
  const [, family, name] = path.split('.');
  if (family === 'input') return input;
  if (family === 'model') return model;
  if (family === 'layers' && name !== undefined) return layerMaker(`tf.layers.${name}`);
  if (name !== undefined && /^(initializers|regularizers|constraints)$/.test(family ?? '')) {
    return thingClass(`tf.${family}`, name);
  }
  return name === undefined ? module(path) : unknown(path, 0);
}
