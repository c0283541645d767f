import { noInput } from './noInput';
import type { Config, KerasCall, KerasGraph, KerasLayer, KerasTensor, Json } from '../../kerasGraph/kerasGraph';
import { CodeError } from '../codeError';
import type { Layer, LayerCall, Tensor, Value } from '../values/value';
import { plainValue } from '../keras/plain';
import { written } from '../values/words';
import { keyOf, walked } from './walk';

/** A model of the code as plain data. Throws `CodeError('noInput')` where nothing says what goes in. */
export function graphOf(model: Layer): KerasGraph {
  const body = model.model;
  if (!body || body.outputs.length === 0) throw noInput(model, model.line);
  const { inputs, outputs, compiled, fitted } = body;
  const { calls } = walked(model.name, inputs, outputs, model.line);
  const names = namesOf(model, inputs, calls);
  /** By layer, its calls that lie in this model. */
  const own = new Map<Layer, LayerCall[]>();
  for (const call of calls) own.set(call.layer, [...(own.get(call.layer) ?? []), call]);
  // An input may be a tensor inside another model: here it is an input all the same.
  const starts = new Map(inputs.map((tensor) => [keyOf(tensor), names.get(tensor.call ?? tensor.layer)!]));
  const tensorOf = (tensor: Tensor): KerasTensor => {
    const start = starts.get(keyOf(tensor));
    if (start !== undefined) return { layer: start, call: 0, tensor: 0 };
    return {
      layer: names.get(tensor.layer)!,
      call: own.get(tensor.layer)!.indexOf(tensor.call!),
      tensor: tensor.index,
      ...(tensor.shape ? { shape: tensor.shape } : {}),
    };
  };
  const layers: KerasLayer[] = inputs.map((tensor) => ({
    name: starts.get(keyOf(tensor))!,
    className: 'InputLayer',
    module: 'keras.layers',
    config: tensor.call ? { batch_shape: tensor.shape ?? [], dtype: tensor.dtype } : tensor.layer.config,
    calls: [],
  }));
  for (const [layer, applied] of own) {
    layers.push(
      kerasLayer(
        layer,
        names.get(layer)!,
        applied.map((call) => callOf(call, tensorOf)),
      ),
    );
  }
  return {
    name: model.name,
    layers,
    inputs: inputs.map(tensorOf),
    outputs: outputs.map(tensorOf),
    trainable: model.trainable,
    training: compiled || fitted ? trainingOf(compiled ?? new Map(), fitted ?? new Map()) : null,
  };
}

/** The names that layers of a model have in `graphOf`. Throws `CodeError`. */
export function namesIn(model: Layer): ReadonlyMap<Layer | LayerCall, string> {
  const { inputs, outputs } = model.model!;
  return namesOf(model, inputs, walked(model.name, inputs, outputs, model.line).calls);
}

/** Names of the layers; where two are the same, as after `clear_session()`, the later one gets a number. */
function namesOf(
  model: Layer,
  inputs: readonly Tensor[],
  calls: readonly LayerCall[],
): ReadonlyMap<Layer | LayerCall, string> {
  const names = new Map<Layer | LayerCall, string>();
  const taken = new Set<string>();
  const take = (key: Layer | LayerCall, wanted: string) => {
    if (names.has(key)) return;
    let name = wanted || model.name;
    for (let number = 1; taken.has(name); number++) name = `${wanted}_${number}`;
    taken.add(name);
    names.set(key, name);
  };
  const keyFor = (tensor: Tensor) => tensor.call ?? tensor.layer;
  const wanted = (tensor: Tensor) => (tensor.call ? `${tensor.layer.name}_input` : tensor.layer.name);
  // Names that the code says are kept; those that Keras would give make way.
  for (const tensor of inputs) if (tensor.layer.config['unnamed'] !== true) take(keyFor(tensor), wanted(tensor));
  for (const { layer } of calls) if (layer.given.has('name')) take(layer, layer.name);
  for (const tensor of inputs) take(keyFor(tensor), wanted(tensor));
  for (const { layer } of calls) take(layer, layer.name);
  return names;
}

function kerasLayer(layer: Layer, name: string, calls: readonly KerasCall[]): KerasLayer {
  const { className, base, module, trainable, model } = layer;
  const config: Config = { ...layer.config, ...(trainable ? {} : { trainable: false }) };
  const nested = model && model.outputs.length > 0 ? graphOf(layer) : null;
  const isOwn = base !== className && base !== 'Layer' && base !== 'Model';
  return {
    name,
    className: isOwn ? base : className,
    module,
    config,
    calls,
    ...(nested ? { graph: nested } : {}),
    ...(model?.application ? { application: model.application } : {}),
  };
}

function callOf({ inputs, named, line }: LayerCall, tensorOf: (tensor: Tensor) => KerasTensor): KerasCall {
  const kwargs: Record<string, Json> = {};
  for (const [name, value] of named) {
    // Whether it is told to be in training is the engine's to say.
    if (name === 'training' || name === 'inputs' || value.kind === 'tensor') continue;
    kwargs[name] = plainOr(value, line);
  }
  return { inputs: inputs.map(tensorOf), kwargs };
}

/** A value as plain data; what the text does not say is null. */
function plainOr(value: Value | undefined, line: number): Json {
  try {
    return value ? plainValue(value, { line, wanted: '' }) : null;
  } catch (error) {
    if (error instanceof CodeError) return null;
    throw error;
  }
}

/** An optimizer, loss or metric; of its arguments those that the text says. */
function trainingValue(value: Value | undefined): Json {
  // Of somebody's own class: by its name, so that it can be said.
  if (value?.kind === 'instance') return value.class.name;
  if (value?.kind === 'list' || value?.kind === 'tuple') return value.items.map((each) => trainingValue(each));
  if (value?.kind === 'dict') {
    const entries = [...value.entries.values()];
    return Object.fromEntries(
      entries.map(([key, each]) => [key.kind === 'string' ? key.value : written(key), trainingValue(each)]),
    );
  }
  if (value?.kind !== 'thing' || value.args === null) return plainOr(value, 0);
  const known = [...value.args].filter(([, each]) => plainOr(each, 0) !== null);
  return plainOr({ ...value, args: new Map(known) }, 0);
}

function trainingOf(compiled: ReadonlyMap<string, Value>, fitted: ReadonlyMap<string, Value>): KerasGraph['training'] {
  const said = (name: string) => trainingValue(compiled.get(name));
  const number = (...names: readonly string[]) => {
    for (const name of names) {
      const value = fitted.get(name);
      if (value?.kind === 'number') return value.value;
    }
    return null;
  };
  const [epochs, batch, split] = [number('epochs', 'nb_epoch'), number('batch_size'), number('validation_split')];
  return {
    optimizer: said('optimizer'),
    loss: said('loss'),
    metrics: said('metrics'),
    ...(compiled.has('loss_weights') ? { lossWeights: said('loss_weights') } : {}),
    ...(epochs === null ? {} : { epochs }),
    ...(batch === null ? {} : { batchSize: batch }),
    ...(split === null ? {} : { validationSplit: split }),
  };
}
