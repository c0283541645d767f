import { ownActivations } from '../../brick/layers/activations';
import type { Argument, InnerLayer } from '../../brick/call';
import { ownClass, tfjsCall } from '../../compile/tfjsCall';
import { typescriptCall, typescriptValue } from './typescriptText';

/**
 * The expression that makes a layer: `tf.layers.dense({ … })`, or `new BatchNormalization({ … })` for one of ours.
 * `before` and `after` are printed fields such as the name.
 */
export function typescriptLayer(layer: InnerLayer, before: readonly string[], after: readonly string[]): string {
  const { factory, args } = tfjsCall(layer);
  const own = ownOf(layer);
  const fields = Object.entries(args)
    .filter(([name, value]) => value !== null && !isSilent(layer, name))
    .map(([name, value]) => `${name}: ${own === null ? plainValue(value) : objectValue(value)}`);
  const callee = own === null ? `tf.layers.${factory}` : `new ${ownClass(own)}`;
  return typescriptCall(callee, [...before, ...fields, ...after]);
}

/** Our class that the layer is made of: one that draws at random is ours too, so that the seed decides what it draws. */
const ownOf = (layer: InnerLayer): string | null => tfjsCall(layer).own ?? layer.call.traits.seeded ?? null;

/** What tf.layers takes otherwise than Keras, or leaves undefined. */
const otherwise = /^((kernel|depthwise|pointwise)Initializer|axis|maskZero)$/;

/** Does the layer take this value by itself? What Keras does, tf.layers does, and those of ours that say so. */
function isSilent(layer: InnerLayer, argument: string): boolean {
  const { written, traits, own } = layer.call;
  if (traits.standIn || !written.silent.includes(argument)) return false;
  return own === undefined ? !otherwise.test(argument) : written.ownSilent === true;
}

/** A layer inside a wrapper. */
const nested = (layer: InnerLayer) => typescriptLayer(layer, [], []);

const plainValue = (value: Argument) => (isLayer(value) ? nested(value.layer) : typescriptValue(value));

/** Our layers take initializers as objects, never by name. */
function objectValue(value: Argument): string {
  if (typeof value !== 'object' || value === null || !('role' in value)) return typescriptValue(value);
  if (value.role === 'layer') return nested(value.layer);
  const plain = value.role === 'initializer' && Object.keys(value.settings).length === 0;
  return plain ? `tf.initializers.${value.name}(${seeded.test(value.name) ? '{}' : ''})` : typescriptValue(value);
}

/** Initializers that take settings such as a seed. */
const seeded = /^(glorot|he|leCun|random|truncated|variance|identity|orthogonal)/;

const isLayer = (value: Argument): value is Extract<Argument, { readonly role: 'layer' }> =>
  typeof value === 'object' && value !== null && 'role' in value && value.role === 'layer';

/** Does the layer, or one inside it, compute an activation of ours? */
export function hasOwnActivation(layer: InnerLayer): boolean {
  return Object.entries(tfjsCall(layer).args).some(([name, value]) =>
    isLayer(value)
      ? hasOwnActivation(value.layer)
      : /activation$/i.test(name) && ownActivations.some((activation) => activation === value),
  );
}

/** Our classes that a layer is made of, its inner layers' too. */
export function ownLayersOf(layer: InnerLayer): string[] {
  const { args } = tfjsCall(layer);
  const own = ownOf(layer);
  const inner = Object.values(args).flatMap((value) => (isLayer(value) ? ownLayersOf(value.layer) : []));
  return own === null ? inner : [own, ...inner];
}
