import type { Call, InstanceValue, Layer, NativeValue, Value } from '../values/value';
import type { Config, Json } from '../../kerasGraph/kerasGraph';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { argumentName, configOf } from './configOf';
import { type Signature, byName, signatureOf } from './signatures';

/** A class of `keras.layers` as the code sees it; called, it makes a layer. */
export function layerClass(className: string): NativeValue {
  return {
    kind: 'native',
    name: className,
    keras: className,
    run: (call) => madeLayer(className, className, call, null),
  };
}

/** A layer of a class of Keras, or of one of the text that is made from it. */
export function madeLayer(className: string, base: string, call: Call, instance: InstanceValue | null): Layer {
  const { machine, line } = call;
  const signature = signatureOf('layers', base);
  const old = base.startsWith('Conv') && signature ? oldKernel(call) : call;
  const given = signature ? byName(signature, old, className) : old.named;
  if (!signature && old.args.length > 0 && instance === null) {
    // The arguments of a class that Keras 3 does not have can only be kept by their places.
    for (const [index, value] of old.args.entries()) (given as Map<string, Value>).set(`argument_${index + 1}`, value);
  }
  const said = configOf(given, className, signature, line);
  const config = Object.fromEntries(Object.entries(said).filter(([name]) => isArgument(name, signature)));
  requireAll(className, signature ?? [], given, line);
  const name = nameIn(given, line) ?? machine.session.nameFor(className);
  const trainable = given.get('trainable');
  return {
    kind: 'layer',
    className,
    base,
    module: instance ? '' : 'keras.layers',
    name,
    config,
    trainable: !(trainable?.kind === 'boolean' && !trainable.value),
    line,
    calls: [],
    given,
    start: saidShape(said),
    inner: [...given.values()].filter((value) => value.kind === 'layer'),
    model: null,
    instance,
  };
}

/** Arguments that only Keras 1 has. */
const keras1 = ['border_mode', 'subsample', 'init', 'dim_ordering', 'W_regularizer', 'nb_filter'];

/** Arguments of any first layer that say what goes in. */
const starts = new Set(['input_shape', 'batch_input_shape', 'batch_shape', 'input_dim', 'input_length']);

const isArgument = (name: string, signature: Signature | null) =>
  !starts.has(name) || signature?.some(([each]) => each === name) === true;

/** `Convolution2D(64, 3, 3, border_mode='same')` of Keras 1: the kernel as two numbers. */
function oldKernel(call: Call): Call {
  const [filters, rows, columns, ...rest] = call.args;
  if (!filters || rows?.kind !== 'number' || columns?.kind !== 'number') return call;
  // Where the second number cannot be strides, it is the kernel's too.
  const told = keras1.some((name) => call.named.has(name)) || (rows.value === columns.value && rows.value > 2);
  return told ? { ...call, args: [filters, { kind: 'tuple', items: [rows, columns] }, ...rest] } : call;
}

function requireAll(
  className: string,
  signature: readonly (readonly [name: string, initial?: unknown])[],
  given: ReadonlyMap<string, Value>,
  line: number,
): void {
  const names = new Set([...given.keys()].map((name) => argumentName(name, signature)));
  const missing = signature.find((row) => row.length === 1 && !names.has(row[0]));
  if (missing) throw new CodeError('argument', line, { callee: className, argument: missing[0], problem: 'missing' });
}

/** The name that is given to a layer or model. */
export function nameIn(given: ReadonlyMap<string, Value>, line: number): string | null {
  const name = given.get('name');
  if (!name || name.kind === 'none' || name.kind === 'unknown') return null;
  if (name.kind === 'string') return name.value;
  throw new CodeError('argument', line, { callee: 'name', argument: written(name), problem: 'value' });
}

/** The shape of one sample that a first layer says, with the batch axis: `input_shape`, `input_dim`, `batch_input_shape`. */
function saidShape(config: Config): readonly (number | null)[] | null {
  const list = (value: Json | undefined) =>
    Array.isArray(value) ? value.map((size: Json) => (typeof size === 'number' ? size : null)) : null;
  const whole = list(config['batch_input_shape']) ?? list(config['batch_shape']);
  if (whole) return whole;
  const shape = list(config['input_shape']);
  if (shape) return [null, ...shape];
  const length = config['input_length'];
  const size = config['input_dim'];
  if (typeof size === 'number' && config['output_dim'] === undefined) {
    return typeof length === 'number' ? [null, length, size] : [null, size];
  }
  return typeof length === 'number' ? [null, length] : null;
}
