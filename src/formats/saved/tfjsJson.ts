import type { Argument, Arguments, Call, InnerLayer } from '../../brick/call';
import { legacyHardSigmoid } from '../../brick/layers/activations';
import type { NamedArgument } from '../../brick/namedArgument';
import { snakeCase } from '../../compile/identifiers';
import { tfjsCall } from '../../compile/tfjsCall';
import type { Json, JsonObject } from './kerasJson';
import { keptConfig } from './keptConfig';
import { bareClass } from './keptWeights';

/** What Keras 3 calls hard_sigmoid, in a file that has Keras 2's names. */
export const newHardSigmoid = 'hard_sigmoid_3';

/** Class and configuration of a layer as `tf.loadLayersModel` reads them. */
export function tfjsLayer(layer: InnerLayer, name: string, trainable: boolean): JsonObject {
  const { kept } = layer.call;
  if (kept) return { class_name: bareClass(kept.className), config: keptConfig(kept, name, trainable) };
  const { className, args } = tfjsCall(layer);
  const { activityRegularizer: penalty = null } = layer.call.args;
  const config = {
    name,
    trainable,
    dtype: 'float32',
    ...tfjsConfig({ ...said(layer.call, args), activityRegularizer: penalty }),
  };
  return { class_name: className, config };
}

/** What only our own class takes stays here: the file says what the class of that name knows. */
function said({ own, traits, kerasArgs }: Call, args: Arguments): Arguments {
  if (traits.saved) return traits.saved;
  if (own === undefined || traits.standIn) return args;
  return Object.fromEntries(Object.entries(args).filter(([name]) => name in kerasArgs));
}

/** Does the layer, or one inside it, take what Keras 3 calls hard_sigmoid, which only readers of ours know by its name in the file? */
export const takesNewHardSigmoid = ({ call }: InnerLayer): boolean => Object.values(call.args).some(isNewHardSigmoid);

function isNewHardSigmoid(value: Argument): boolean {
  if (value === 'hardSigmoid') return true;
  if (value === null || typeof value !== 'object' || !('role' in value)) return false;
  return value.role === 'layer' && takesNewHardSigmoid(value.layer);
}

function tfjsConfig(args: Arguments): JsonObject {
  return Object.fromEntries(
    Object.entries(args)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [snakeCase(name), tfjsValue(value)]),
  );
}

function tfjsValue(value: Argument): Json {
  // TensorFlow.js has it under the name that it had in Keras 2: Keras 3's needs another, which it refuses instead of computing it otherwise.
  if (value === legacyHardSigmoid) return 'hard_sigmoid';
  if (value === 'hardSigmoid') return newHardSigmoid;
  if (typeof value === 'string') return snakeCase(value);
  if (value === null || typeof value !== 'object') return value;
  if (!('role' in value)) return value.map(tfjsValue);
  if (value.role === 'layer') return tfjsLayer(value.layer, snakeCase(value.layer.call.tfjs), true);
  return named(value);
}

/** tfjs has one class for all regularizers, and writes LeCun with two capitals. */
function named({ role, name, settings }: NamedArgument): JsonObject {
  const config = Object.fromEntries(Object.entries(settings).map(([key, value]) => [snakeCase(key), value]));
  if (role === 'regularizer') return { class_name: 'L1L2', config: { l1: 0, l2: 0, ...config } };
  return { class_name: name[0]!.toUpperCase() + name.slice(1), config };
}
