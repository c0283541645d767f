import type { Call, NativeValue, ThingValue, Value } from '../values/value';
import { native, unknown } from '../values/make';
import { array } from '../values/arrays';
import { type Signature, byName, signatureOf } from '../keras/signatures';

/** A thing with all that it was given, by name. */
function thing(module: string, name: string, given: ReadonlyMap<string, Value>): ThingValue {
  return { kind: 'thing', module, name, args: given };
}

const named = (name: string, call: Call) => byName((signatureOf('calls', name) ?? []) as Signature, call, name);

/** A generator of pictures; its methods give what the model is trained with, and hold on to how the pictures change. */
const generator = native('ImageDataGenerator', (call) => {
  const given = named('ImageDataGenerator', call);
  const source: ThingValue = thing('keras.data', 'ImageDataGenerator', given);
  const method = (name: string) =>
    native(name, (inner) => {
      const flow = named(name === 'flow' ? 'flow' : 'flow_from_directory', inner);
      return thing('keras.data', 'flow', new Map([...flow, ['generator', source] as const]));
    });
  const methods = ['flow', 'flow_from_directory'].map((name) => [name, method(name)] as const);
  return thing('keras.data', 'ImageDataGenerator', new Map([...given, ...methods]));
});

const toCategorical = native('to_categorical', ({ args, named: given, line }) => {
  const [labels, count = given.get('num_classes')] = args;
  if (labels?.kind !== 'array') return unknown('to_categorical(…)', line);
  return array([labels.shape[0] ?? null, count?.kind === 'number' ? count.value : null], labels.dataset);
});

const padSequences = native('pad_sequences', ({ args, named: given, line }) => {
  const [texts, length = given.get('maxlen')] = args;
  if (texts?.kind !== 'array' || length?.kind !== 'number') return unknown('pad_sequences(…)', line);
  return array([texts.shape[0] ?? null, length.value], texts.dataset);
});

const folder = native('image_dataset_from_directory', (call) =>
  thing('keras.data', 'image_dataset_from_directory', named('image_dataset_from_directory', call)),
);

const functions: Readonly<Record<string, NativeValue>> = {
  ImageDataGenerator: generator,
  to_categorical: toCategorical,
  pad_sequences: padSequences,
  image_dataset_from_directory: folder,
};

/** Functions of Keras that bring or prepare data, wherever its versions have them. */
export const dataFunction = (name: string): NativeValue | null =>
  Object.hasOwn(functions, name) ? functions[name]! : null;
