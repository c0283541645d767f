import type { Argument, Arguments, InnerLayer } from '../../brick/call';
import type { NamedArgument } from '../../brick/namedArgument';
import { legacyHardSigmoid } from '../../brick/layers/activations';
import { snakeCase } from '../../compile/identifiers';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** An object as Keras 3 writes it into configurations. */
export const kerasObject = (module: string, className: string, config: JsonObject): JsonObject => ({
  module,
  class_name: className,
  config,
  registered_name: null,
});

/** Arguments of a Keras class as its `get_config` has them; what is null Keras takes by itself. */
export function kerasConfig(args: Arguments): JsonObject {
  return Object.fromEntries(
    Object.entries(args)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [snakeCase(name), kerasValue(value)]),
  );
}

/** A layer inside a wrapper, under its class's name. */
function innerLayer({ call }: InnerLayer): JsonObject {
  return kerasObject('keras.layers', call.keras, { name: snakeCase(call.keras), ...kerasConfig(call.kerasArgs) });
}

/** Keras 3 lacks it: whoever loads the model gives it as a custom object of this name. */
const legacyFunction: JsonObject = {
  module: 'builtins',
  class_name: 'function',
  config: snakeCase(legacyHardSigmoid),
  registered_name: `DeepBrick>${snakeCase(legacyHardSigmoid)}`,
};

function kerasValue(value: Argument): Json {
  if (value === legacyHardSigmoid) return legacyFunction;
  if (typeof value === 'string') return snakeCase(value);
  if (value === null || typeof value !== 'object') return value;
  if (!('role' in value)) return value.map(kerasValue);
  return value.role === 'layer' ? innerLayer(value.layer) : named(value);
}

/** `heNormal` → `keras.initializers.HeNormal`, as the Python printer spells it. */
function named({ role, name, settings }: NamedArgument): JsonObject {
  const spelled = name === 'l1l2' ? 'L1L2' : name.replace(/^leCun/, 'lecun');
  const config = Object.entries(settings).map(([key, value]) => [snakeCase(key), value] as const);
  return kerasObject(`keras.${role}s`, spelled[0]!.toUpperCase() + spelled.slice(1), Object.fromEntries(config));
}
