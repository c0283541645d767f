import type { BatchShape, Call, Layer, Machine, ModelBody, NativeValue, Tensor, Value } from '../values/value';
import { freshLayer, truth } from '../values/make';
import { CodeError } from '../codeError';
import { written } from '../values/words';
import { inputTensor } from './inputTensor';
import { emptyBody } from '../keras/layer';
import { nameIn } from '../keras/layerClass';
import { byName, signatureOf } from '../keras/signatures';
import { tensorsIn } from './tensor';
import { walked } from './walk';

/** A model of Keras: a layer with a body. */
export function modelLayer(className: string, name: string, model: ModelBody, line: number): Layer {
  return freshLayer(className, { name, config: {}, line }, { base: 'Model', module: 'keras', model });
}

/** `Model(inputs, outputs)`. */
export const modelClass: NativeValue = {
  kind: 'native',
  name: 'Model',
  keras: 'Model',
  run: (call) => {
    const { given, inputs, outputs } = endsOf(call);
    const name = nameIn(given, call.line) ?? call.machine.session.nameFor('Functional');
    const model = modelLayer('Functional', name, emptyBody(), call.line);
    setEnds(model, inputs, outputs, call.line);
    call.machine.made.push(model);
    return model;
  },
};

/** Inputs and outputs as they are given, with the older names `input` and `output`. */
export function endsOf(call: Call): {
  readonly given: ReadonlyMap<string, Value>;
  readonly inputs: readonly Tensor[];
  readonly outputs: readonly Tensor[];
} {
  const given = byName(signatureOf('calls', 'Model') ?? [], call, 'Model');
  const read = (argument: 'inputs' | 'outputs', former: string) => {
    const value = given.get(argument) ?? given.get(former);
    const tensors = tensorsIn(value);
    if (tensors.length > 0) return tensors;
    if (!value) throw new CodeError('argument', call.line, { callee: 'Model', argument, problem: 'missing' });
    throw new CodeError('notTensor', call.line, { layer: `Model.${argument}`, got: written(value).slice(0, 80) });
  };
  return { given, inputs: read('inputs', 'input'), outputs: read('outputs', 'output') };
}

/** Makes a layer the model between these tensors. Throws `CodeError('disconnected')`. */
export function setEnds(model: Layer, inputs: readonly Tensor[], outputs: readonly Tensor[], line: number): void {
  walked(model.name, inputs, outputs, line);
  model.model = { ...(model.model ?? emptyBody()), inputs, outputs };
}

/** `Sequential([…])`. */
export const sequentialClass: NativeValue = {
  kind: 'native',
  name: 'Sequential',
  keras: 'Sequential',
  run: (call) => {
    const given = byName(signatureOf('calls', 'Sequential') ?? [], call, 'Sequential');
    const name = nameIn(given, call.line) ?? call.machine.session.nameFor('Sequential');
    const model = modelLayer('Sequential', name, emptyBody([]), call.line);
    call.machine.made.push(model);
    addAll(model, given.get('layers'), call.line);
    return model;
  },
};

/** Puts the layers of a list into a Sequential. */
export function addAll(model: Layer, layers: Value | undefined, line: number): void {
  if (!layers || layers.kind === 'none') return;
  if (layers.kind !== 'list' && layers.kind !== 'tuple') {
    throw new CodeError('notTensor', line, { layer: 'Sequential', got: written(layers).slice(0, 80) });
  }
  for (const layer of layers.items) add(model, layer, line);
}

/** `model.add(layer)`. Throws `CodeError('notTensor')` for what is no layer. */
export function add(model: Layer, given: Value, line: number): void {
  const layer = layerIn(given);
  if (layer?.kind !== 'layer') {
    throw new CodeError('notTensor', line, { layer: 'Sequential', got: written(given).slice(0, 80) });
  }
  model.model!.sequence!.push(layer);
  unbuilt(model);
}

/** The layer that a value is, or that an input's tensor comes from. */
function layerIn(given: Value): Value | null {
  if (given.kind === 'instance') return given.layer;
  if (given.kind === 'unknown') return given.layer?.() ?? given;
  return given.kind === 'tensor' && !given.call ? given.layer : given;
}

/** A Sequential that has changed is built anew when it is asked for its tensors. */
export function unbuilt(model: Layer): void {
  model.model = { ...model.model!, inputs: [], outputs: [] };
}

/** Builds a Sequential for this input; without one, from what its first layer says. False: nothing says what goes in. */
export function build(model: Layer, given: BatchShape | null, call: Call): boolean {
  const body = model.model!;
  if (body.outputs.length > 0) return true;
  const { sequence } = body;
  const [first] = sequence ?? [];
  if (!sequence || !first) return false;
  const input = first.base === 'InputLayer' ? inputOf(first) : startOf(first, given, call);
  if (!input) return false;
  const inside = { ...call, args: [], named: new Map() };
  let tensors: readonly Tensor[] = [input];
  for (const layer of sequence.slice(first.base === 'InputLayer' ? 1 : 0)) {
    tensors = call.machine.tensorsOf(layer, tensors.slice(0, 1), inside);
  }
  body.inputs = [input];
  body.outputs = tensors.slice(0, 1);
  return true;
}

/** The tensor of an input layer. */
const inputOf = (layer: Layer): Tensor => {
  const shape = layer.config['batch_shape'];
  const sizes = Array.isArray(shape) ? shape.map((size: unknown) => (typeof size === 'number' ? size : null)) : null;
  return {
    kind: 'tensor',
    layer,
    call: null,
    index: 0,
    shape: sizes,
    dtype: String(layer.config['dtype'] ?? 'float32'),
  };
};

/** Texts of any length, which Keras 2 takes in where an Embedding comes first. */
const textShape = ({ base }: Layer): BatchShape | null => (base === 'Embedding' ? [null, null] : null);

function startOf(first: Layer, given: BatchShape | null, call: Call): Tensor | null {
  if (first.model?.sequence) build(first, null, call);
  const shape = first.start ?? first.model?.inputs[0]?.shape ?? given ?? textShape(first);
  if (!shape) return null;
  const dtype = first.base === 'Embedding' ? 'int32' : 'float32';
  return inputTensor(shape, { name: null, dtype, line: first.line }, call.machine);
}

/** `layer.trainable = value`, for all that is inside too. */
export function setTrainable(layer: Layer, value: boolean, machine: Machine, depth = 0): void {
  layer.trainable = value;
  if (depth > 16) return;
  for (const inside of [...layersOf(layer), ...layer.inner]) {
    machine.step(layer.line);
    setTrainable(inside, value, machine, depth + 1);
  }
}

/** `model.layers`; of a Sequential without its input, as Keras has it. */
export function layersOf({ model, name, line }: Layer): readonly Layer[] {
  if (!model) return [];
  if (model.sequence) return model.sequence.filter(({ base }) => base !== 'InputLayer');
  return model.outputs.length === 0 ? [] : walked(name, model.inputs, model.outputs, line).layers;
}

export const isBuilt = ({ model }: Layer): Value => truth((model?.outputs.length ?? 0) > 0);
