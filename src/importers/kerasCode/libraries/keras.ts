import type { Value } from '../values/value';
import { module, native, none, unknown } from '../values/make';
import { applicationFunction } from '../model/applications';
import { inputFunction, inputLayerClass } from '../model/inputTensor';
import { layerClass } from '../keras/layerClass';
import { modelClass, sequentialClass } from '../model/models';
import { type Family, knownName, namesOf } from '../keras/signatures';
import { thingClass } from '../keras/things';
import { operationFunction } from '../operations/operationFunction';
import { dataFunction } from './data';
import { datasetFunction } from './datasets';
import { seedFunction, tensorFunction } from './tensorflow';

const own: Readonly<Record<string, Value>> = {
  Model: modelClass,
  Functional: modelClass,
  Sequential: sequentialClass,
  Input: inputFunction,
  InputLayer: inputLayerClass,
  Layer: { kind: 'native', name: 'Layer', keras: 'Layer', run: (call) => unknown('Layer', call.line) },
  set_random_seed: seedFunction,
  clear_session: native('clear_session', ({ machine }) => {
    machine.session.clear();
    return none;
  }),
};

/** Families whose objects are handed on as they are made. */
const things: readonly Family[] = [
  'initializers',
  'regularizers',
  'constraints',
  'optimizers',
  'schedules',
  'losses',
  'metrics',
  'callbacks',
];

/** What a path of Keras is, however old: old modules held the same classes elsewhere. */
export function kerasMember(path: string): Value {
  const parts = path.split('.');
  const name = parts.at(-1)!;
  const [, family = ''] = parts;
  if (parts.length > 1 && Object.hasOwn(own, name)) return own[name]!;
  if (family === 'applications') return application(path, name);
  if (family === 'datasets') return name === 'load_data' ? datasetFunction(parts.at(-2)!) : module(path);
  if (path === 'keras.ops.image' || path === 'keras.ops.nn') return module(path);
  if (parts.length > 2 && (family === 'backend' || family === 'ops')) return tensorFunction(path);
  if (family === 'optimizers' && knownName('schedules', name)) return thingClass('keras.schedules', name);
  const thing = things.find((each) => each === family);
  if (thing) {
    const known = knownName(thing, name) ?? regularizer(thing, name);
    return known ? thingClass(`keras.${thing}`, known) : module(path);
  }
  if (family === 'activations' && knownName('activations', name)) return operationFunction(path);
  const data = dataFunction(name);
  if (data) return data;
  const layer = knownName('layers', name);
  if (layer) return layerClass(layer);
  if (family === 'layers' && parts.length > 2) {
    if (knownName('merges', name) || name === 'merge') return operationFunction(path);
    // A class that Keras 3 does not have is a layer all the same.
    if (/^[A-Z]/.test(name)) return layerClass(name);
  }
  return module(path);
}

/** `regularizers.l2(…)` and `l1_l2(…)` of older versions. */
const regularizer = (family: Family, name: string) =>
  family === 'regularizers' ? ({ l1: 'L1', l2: 'L2', l1_l2: 'L1L2' }[name] ?? null) : null;

function application(path: string, name: string): Value {
  if (knownName('applications', name)) return applicationFunction(name);
  if (name !== 'preprocess_input') return module(path);
  // Pictures are prepared so before they come in: see `preprocessing` of the training.
  return native(path, ({ args, named, line }) => args[0] ?? named.get('x') ?? unknown(path, line));
}

/** Names that a piece of code without its imports means all the same. */
export function kerasName(name: string): Value | null {
  if (Object.hasOwn(own, name)) return own[name]!;
  const layer = knownName('layers', name);
  if (layer) return layerClass(layer);
  if (knownName('applications', name)) return applicationFunction(name);
  const family = things.find((each) => /^[A-Z]/.test(name) && namesOf(each).includes(name));
  return family ? kerasMember(`keras.${family}.${name}`) : dataFunction(name);
}
