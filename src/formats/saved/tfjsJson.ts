import type { Argument, Arguments, InnerLayer } from '../../brick/call';
import { legacyHardSigmoid } from '../../brick/layers/activations';
import type { NamedArgument } from '../../brick/namedArgument';
import { snakeCase } from '../../compile/identifiers';
import { tfjsCall } from '../../compile/tfjsCall';
import type { Json, JsonObject } from './kerasJson';
import { keptConfig } from './keptConfig';
import { bareClass } from './keptWeights';

/** Class and configuration of a layer as `tf.loadLayersModel` reads them. */
export function tfjsLayer(layer: InnerLayer, name: string, trainable: boolean): JsonObject {
  const { kept } = layer.call;
  if (kept) return { class_name: bareClass(kept.className), config: keptConfig(kept, name, trainable) };
  const { className, args } = tfjsCall(layer);
  return { class_name: className, config: { name, trainable, dtype: 'float32', ...tfjsConfig(args) } };
}

function tfjsConfig(args: Arguments): JsonObject {
  return Object.fromEntries(
    Object.entries(args)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [snakeCase(name), tfjsValue(value)]),
  );
}

function tfjsValue(value: Argument): Json {
  // TensorFlow.js has it under the name that it had in Keras 2.
  if (value === legacyHardSigmoid) return 'hard_sigmoid';
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
