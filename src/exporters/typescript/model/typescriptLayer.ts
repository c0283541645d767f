import { ownActivations } from '../../../brick/layers/activations';
import type { Argument, InnerLayer } from '../../../brick/call';
import { ownClass, tfjsCall } from '../../../compile/tfjsCall';
import { typescriptCall, typescriptValue } from '../text/typescriptText';

/** An argument of a layer as code. */
export interface LayerField {
  readonly name: string;
  readonly text: string;
  /** The layer takes this value by itself. */
  readonly silent: boolean;
}

/** What makes a layer, `tf.layers.dense` or `new BatchNormalization` for one of ours, and its arguments. */
export function layerCall(layer: InnerLayer): { readonly callee: string; readonly fields: readonly LayerField[] } {
  const { factory, args } = tfjsCall(layer);
  const own = ownOf(layer);
  const fields = Object.entries(args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ({
      name,
      text: own === null ? plainValue(value) : objectValue(value),
      silent: isSilent(layer, name),
    }));
  return { callee: own === null ? `tf.layers.${factory}` : `new ${ownClass(own)}`, fields };
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
function nested(layer: InnerLayer): string {
  const { callee, fields } = layerCall(layer);
  const told = fields.filter(({ silent }) => !silent);
  return typescriptCall(
    callee,
    told.map(({ name, text }) => `${name}: ${text}`),
  );
}

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
