import type { KeptLayer } from '../../brick/call';
import type { Shape } from '../../brick/shape';
import { Identifiers } from '../../compile/identifiers';
import { kerasOrder } from '../../compile/kerasOrder';
import type { Plan, Step } from '../../compile/plan';
import { type Json, type JsonObject, kerasConfig, kerasObject } from './kerasJson';
import { type Calls, callsOf } from './calls';
import { keptCall, keptConfig } from './keptConfig';
import { bareClass } from './keptWeights';
import { savedNames } from './savedNames';

/** Keras 3's `.keras` has modules and build shapes for each layer; its legacy `.h5` only class and configuration. */
export type KerasLayout = 'keras' | 'h5';

/** A Functional model's configuration as Keras 3 writes it: `config.json` of a `.keras`, `model_config` of an `.h5`. */
export function kerasModelConfig(plan: Plan, layout: KerasLayout): JsonObject {
  return functional(plan, modelName(plan), true, layout);
}

/** A name that Keras and tfjs both take. */
export const modelName = ({ title }: Plan) => new Identifiers([]).take(title.toLowerCase(), 'model');

function functional(plan: Plan, name: string, trainable: boolean, layout: KerasLayout): JsonObject {
  const names = savedNames(plan.steps);
  const byName = new Map(plan.steps.map((step) => [step.name, step]));
  const calls = callsOf(plan);
  const ends = (list: readonly string[]): Json => {
    const all = list.map((end) => [names.get(end)!, calls.node(end), 0]);
    return all.length === 1 ? all[0]! : all;
  };
  const config = {
    name,
    // A model that says it is trained would unfreeze all its layers while Keras loads it.
    ...(trainable ? {} : { trainable }),
    layers: kerasOrder(plan).map((step) => ({
      ...layer(step, names.get(step.name)!, trainable && step.trainable, layout),
      name: names.get(step.name)!,
      inbound_nodes: step.inputs.length === 0 ? [] : calls.of(step).map((call) => inbound(call, names, byName, calls)),
    })),
    input_layers: ends(plan.inputs),
    output_layers: ends(plan.outputs),
  };
  return layout === 'h5'
    ? { class_name: 'Functional', config }
    : { ...kerasObject('keras.src.models.functional', 'Functional', config), registered_name: 'Functional' };
}

function layer(step: Step, name: string, trainable: boolean, layout: KerasLayout): JsonObject {
  if (step.nested) return functional(step.nested, name, trainable, layout);
  if (step.call.kept) return keptLayer(step.call.kept, name, trainable, layout);
  const { keras, kerasArgs } = step.call;
  // Some classes without weights, such as SpatialDropout1D, do not take the word.
  const trained = step.weights.length > 0 ? { trainable } : {};
  const given = step.inputShapes.map((shape) => [batchOf(step), ...shape]);
  const [className, config] =
    step.inputs.length === 0
      ? ['InputLayer', { name, batch_shape: [batchOf(step), ...step.shape], dtype: dtypeOf(step) }]
      : [keras, { name, ...trained, dtype: 'float32', ...kerasConfig(kerasArgs) }];
  if (layout === 'h5') return { class_name: className, config };
  const build = given.length === 0 ? {} : { build_config: { input_shape: step.call.takesList ? given : given[0]! } };
  return { ...kerasObject('keras.layers', className, config), ...build };
}

/** A layer that nothing here computes, as its file had it. */
function keptLayer(kept: KeptLayer, name: string, trainable: boolean, layout: KerasLayout): JsonObject {
  const config = keptConfig(kept, name, trainable);
  const { className, module } = kept;
  if (layout === 'h5') return { class_name: className, config };
  const isKeras = module.startsWith('keras.');
  // By its registered name the class is found wherever it is from, else among Keras's own.
  const registered = isKeras ? null : className;
  return {
    ...kerasObject(module || 'keras.layers', bareClass(className), config),
    registered_name: registered,
  };
}

const dtypeOf = ({ call }: Step) => {
  const { dtype } = call.kerasArgs;
  return typeof dtype === 'string' ? dtype : 'float32';
};

function batchOf({ call, inputs }: Step): number | null {
  const { batchSize } = call.kerasArgs;
  return inputs.length === 0 && typeof batchSize === 'number' ? batchSize : null;
}

/** The call of a layer: which tensors it takes, and from where. */
function inbound(
  step: Step,
  names: ReadonlyMap<string, string>,
  byName: ReadonlyMap<string, Step>,
  calls: Calls,
): Json {
  const tensors = step.inputs.map((input, port) =>
    tensor([names.get(input)!, calls.at(input)], byName.get(input)!, step.inputShapes[port]!),
  );
  const kept = step.call.kept ? keptCall(step.call.kept, tensors) : null;
  if (kept) return kept;
  return { args: tensors.length > 1 || step.call.takesList ? [tensors] : tensors, kwargs: {} };
}

const tensor = ([name, call]: readonly [string, number], source: Step, shape: Shape): Json => ({
  class_name: '__keras_tensor__',
  config: {
    shape: [batchOf(source), ...shape],
    dtype: source.inputs.length === 0 ? dtypeOf(source) : 'float32',
    keras_history: [name, call, 0],
  },
});
