import type { BatchShape, Call, ClassValue, InstanceValue, Layer, Tensor, Value } from '../values/value';
import { dict, list, none, truth, tuple } from '../values/make';
import { CodeError } from '../codeError';
import { spoken } from '../values/words';
import { callFunction } from '../evaluate/functions';
import { member } from '../values/members';
import { shapeTuple } from '../values/arrays';
import { recorded, single } from './connect';
import { configOf } from '../keras/configOf';
import { inputTensor } from './inputTensor';
import { emptyBody } from '../keras/layer';
import { nameIn } from '../keras/layerClass';
import { addAll, endsOf, setEnds } from './models';
import { byName, signatureOf } from '../keras/signatures';
import { tensorsIn } from './tensor';

/** The class of Keras that a class of the text is made from. */
function kerasBase({ bases }: ClassValue, depth = 0): string | null {
  for (const base of bases) {
    if (base.kind === 'native' && base.keras !== undefined) return base.keras;
    const above = base.kind === 'class' && depth < 20 ? kerasBase(base, depth + 1) : null;
    if (above !== null) return above;
  }
  return null;
}

/** The layer that an object of a class of the text is; null where the class is made from none of Keras. */
export function baseLayer(instance: InstanceValue, { machine, line }: Call): Layer | null {
  const base = kerasBase(instance.class);
  if (base === null) return null;
  const className = instance.class.name;
  return {
    kind: 'layer',
    className,
    base: base === 'Sequential' || base === 'Functional' ? 'Model' : base,
    module: '',
    name: machine.session.nameFor(className),
    config: {},
    trainable: true,
    line,
    calls: [],
    inner: [],
    given: new Map(),
    model: base === 'Sequential' ? emptyBody([]) : null,
    instance,
  };
}

/** `super().__init__(…)` of a class that is made from one of Keras. */
export function initializeBase(instance: InstanceValue, call: Call): Value {
  const layer = instance.layer!;
  const { line } = call;
  layer.name = nameIn(call.named, line) ?? layer.name;
  const trainable = call.named.get('trainable');
  if (trainable?.kind === 'boolean') layer.trainable = trainable.value;
  if (layer.model?.sequence) addAll(layer, call.args[0] ?? call.named.get('layers'), line);
  else if (layer.base === 'Model') {
    if (call.args.length === 0 && !call.named.has('inputs') && !call.named.has('outputs')) return none;
    const { inputs, outputs } = endsOf(call);
    setEnds(layer, inputs, outputs, line);
  } else if (layer.base !== 'Layer') {
    const signature = signatureOf('layers', layer.base);
    if (signature) layer.config = configOf(byName(signature, call, layer.className), layer.className, signature, line);
  }
  return none;
}

/** The value with other tensors in the places of those in it. */
function withTensors(value: Value, inner: ReadonlyMap<Value, Tensor>): Value {
  const put = (each: Value) => withTensors(each, inner);
  if (value.kind === 'tensor') return inner.get(value) ?? value;
  if (value.kind === 'list') return list(value.items.map(put));
  if (value.kind === 'tuple') return tuple(value.items.map(put));
  if (value.kind !== 'dict') return value;
  return dict(Array.from(value.entries.values(), ([key, each]) => [key, put(each)] as const));
}

/** A class of the text on tensors: a model of what its `call` does with them; where that builds none, a layer as it is. */
export function ownTensors(layer: Layer, inputs: readonly Tensor[], call: Call): readonly Tensor[] {
  const value = call.args[0] ?? call.named.get('inputs') ?? single(inputs);
  const outputs = ownBody(layer, value, call, false);
  return outputs
    ? recorded(
        layer,
        inputs,
        outputs.map(({ shape }) => shape),
        new Map(),
        call.line,
      )
    : opaque(layer, inputs, call);
}

export const ownApplied = (layer: Layer, inputs: readonly Tensor[], call: Call): Value =>
  single(ownTensors(layer, inputs, call));

/** A layer whose inside is not known here. */
function opaque(layer: Layer, inputs: readonly Tensor[], { line, named }: Call): readonly Tensor[] {
  return recorded(layer, inputs, [null], named, line);
}

/** A model of the text is called on data: their shapes are what goes in. */
export function ownBuilt(layer: Layer, data: Value, call: Call): void {
  const symbolic = (value: Value, name: string | null = null): Value => {
    if (value.kind === 'array') {
      const shape: BatchShape = [null, ...value.shape.slice(1)];
      return inputTensor(shape, { name, dtype: 'float32', line: call.line }, call.machine);
    }
    if (value.kind === 'dict')
      return dict(Array.from(value.entries.values(), ([key, each]) => [key, symbolic(each, spoken(key))] as const));
    if (value.kind === 'list' || value.kind === 'tuple') return list(value.items.map((item) => symbolic(item)));
    return value;
  };
  const inputs = symbolic(data);
  if (tensorsIn(inputs).length > 0) ownBody(layer, inputs, call, true);
}

/** Runs `call` of a class of the text on tensors of its own; null where it is not to be followed. */
function ownBody(layer: Layer, value: Value, call: Call, alone: boolean): readonly Tensor[] | null {
  const instance = layer.instance!;
  const { machine, line } = call;
  const run = member(instance.class, 'call');
  if (run?.kind !== 'function') return null;
  const outer = tensorsIn(value);
  const inner = new Map<Value, Tensor>();
  for (const tensor of outer) {
    if (alone) inner.set(tensor, tensor);
    else if (tensor.shape === null) return null;
    else {
      const name = `${layer.name}_input${inner.size === 0 ? '' : `_${inner.size}`}`;
      inner.set(tensor, inputTensor(tensor.shape, { name, dtype: tensor.dtype, line }, machine));
    }
  }
  try {
    buildOnce(instance, outer, call);
    // Keras trains it so: dropout and the like are part of the model.
    const training = run.parameters.some(({ name }) => name === 'training') ? [['training', truth(true)] as const] : [];
    const result = callFunction(
      run,
      { machine, line, args: [withTensors(value, inner)], named: new Map(training) },
      instance,
    );
    const outputs = tensorsIn(result);
    if (outputs.length === 0) return null;
    setEnds(layer, [...inner.values()], outputs, line);
    return outputs;
  } catch (error) {
    // A layer that computes in its own way stays one layer; a model says what is wrong in it.
    if (error instanceof CodeError && layer.base === 'Layer' && error.code !== 'tooLong' && error.code !== 'tooDeep')
      return null;
    throw error;
  }
}

const built = new WeakSet<InstanceValue>();

/** `build(input_shape)`, which may make layers. */
function buildOnce(instance: InstanceValue, inputs: readonly Tensor[], { machine, line }: Call): void {
  const method = member(instance.class, 'build');
  if (method?.kind !== 'function' || built.has(instance)) return;
  built.add(instance);
  const shapes = inputs.map(({ shape }) => shapeTuple(shape ?? []));
  callFunction(
    method,
    { machine, line, args: [shapes.length === 1 ? shapes[0]! : list(shapes)], named: new Map() },
    instance,
  );
}
