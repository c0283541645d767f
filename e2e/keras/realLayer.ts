import * as tf from '@tensorflow/tfjs';
import type { Argument, Arguments, InnerLayer } from '../../src/brick/call';
import { layerOf } from '../../src/engine/model/layerOf';
import { tfjsCall } from '../../src/compile/tfjsCall';

type Makers = Readonly<Record<string, ((settings: object) => unknown) | undefined>>;

/** Where tfjs keeps the factories of each role. */
const makers: Readonly<Record<string, Makers>> = {
  initializer: tf.initializers as unknown as Makers,
  regularizer: tf.regularizers as unknown as Makers,
  constraint: tf.constraints as unknown as Makers,
};

function realArgument(value: Argument): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const argument = value as Extract<Argument, { readonly role: string }>;
  if (argument.role === 'layer') return realLayer(argument.layer);
  const { role, name, settings } = argument;
  const make = makers[role]?.[name];
  if (!make) throw new Error(`tf.${role}s.${name} does not exist`);
  return make(settings);
}

export function realArguments(args: Arguments): Record<string, unknown> {
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, realArgument(value)]));
}

/** The layer that tfjs itself makes of a step, or ours where tfjs has none that is right. */
export function realLayer(step: InnerLayer, name = 'ours'): tf.layers.Layer {
  const { own, factory, args } = tfjsCall(step);
  if (own !== null) return layerOf(step, name, { label: name, run: { seed: 0, step: 0 } });
  const factories = tf.layers as unknown as Readonly<Record<string, (config: object) => tf.layers.Layer>>;
  return factories[factory]!(realArguments(args));
}
