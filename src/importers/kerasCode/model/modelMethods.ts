import type { Call, Layer, NativeValue, Value } from '../values/value';
import { native, none, unknown } from '../values/make';
import { CodeError } from '../codeError';
import { spoken } from '../values/words';
import { add, build, layersOf, unbuilt } from './models';
import { ownBuilt } from './ownClass';
import { byName, signatureOf } from '../keras/signatures';

type Method = (model: Layer, call: Call) => Value;

const compile: Method = (model, call) => {
  if (model.model) model.model.compiled = byName(signatureOf('calls', 'compile') ?? [], call, 'compile');
  return none;
};

/** `fit` and `fit_generator`: how it is trained, and of a model without an input what goes in. */
const fit: Method = (model, call) => {
  const given = byName(signatureOf('calls', 'fit') ?? [], call, 'fit');
  const data = given.get('x');
  if (data?.kind === 'array' && model.model?.sequence) build(model, [null, ...data.shape.slice(1)], call);
  if (data && model.instance && !model.model) ownBuilt(model, data, call);
  if (model.model) model.model.fitted = given;
  return unknown('history', call.line);
};

const predict: Method = (model, call) => {
  const [data] = call.args;
  if (data?.kind === 'array' && model.model?.sequence) build(model, [null, ...data.shape.slice(1)], call);
  if (data && model.instance && !model.model) ownBuilt(model, data, call);
  return unknown(`${model.name}.predict(…)`, call.line);
};

/** `get_layer('name')` or `get_layer(index=3)`. Throws `CodeError('noLayer')`. */
const getLayer: Method = (model, { args, named, line }) => {
  const wanted = named.get('name') ?? named.get('index') ?? args[0] ?? none;
  const layers = layersOf(model);
  const found = wanted.kind === 'number' ? layers.at(wanted.value) : layers.find(({ name }) => name === spoken(wanted));
  if (found) return found;
  throw new CodeError('noLayer', line, { name: spoken(wanted), known: layers.slice(0, 20).map(({ name }) => name) });
};

const buildFor: Method = (model, call) => {
  const given = call.args[0] ?? call.named.get('input_shape');
  const shape =
    given && 'items' in given ? given.items.map((size) => (size.kind === 'number' ? size.value : null)) : null;
  if (model.model?.sequence) build(model, shape, call);
  else if (model.instance && !model.model && shape) ownBuilt(model, { kind: 'array', shape, dataset: null }, call);
  return none;
};

const methods: Readonly<Record<string, Method>> = {
  compile,
  fit,
  fit_generator: fit,
  train_on_batch: (model, call) => unknown(`${model.name}.train_on_batch(…)`, call.line),
  predict,
  predict_generator: predict,
  get_layer: getLayer,
  build: buildFor,
  add: (model, { args, named, line }) => {
    const layer = args[0] ?? named.get('layer');
    if (!model.model?.sequence || !layer)
      throw new CodeError('attribute', line, { object: model.className, name: 'add' });
    add(model, layer, line);
    return none;
  },
  pop: (model, { line }) => {
    const last = model.model?.sequence?.pop();
    if (!last) throw new CodeError('attribute', line, { object: model.className, name: 'pop' });
    unbuilt(model);
    return last;
  },
};

/** A method of Keras's models; null for what is none. */
export function modelMethod(model: Layer, name: string): NativeValue | null {
  if (!Object.hasOwn(methods, name)) return null;
  return native(name, (call) => methods[name]!(model, call));
}
