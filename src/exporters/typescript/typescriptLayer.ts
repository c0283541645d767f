import { ownActivations } from '../../brick/layers/activations';
import type { Argument, InnerLayer } from '../../brick/brick';
import { ownDefaults } from './ownDefaults';
import { tfjsCall } from '../../compile/tfjsCall';
import { typescriptArguments } from './typescriptArguments';
import { typescriptCall, typescriptValue } from './typescriptText';

/** The class of one of our layers: `normalization/batchNormalization` → `BatchNormalization`. */
export function ownClass(own: string): string {
  const name = own.slice(own.lastIndexOf('/') + 1);
  return name[0]!.toUpperCase() + name.slice(1);
}

/**
 * The expression that makes a layer: `tf.layers.dense({ … })`, or `new BatchNormalization({ … })` for one of ours.
 * `before` and `after` are printed fields such as the name.
 */
export function typescriptLayer(
  layer: InnerLayer,
  before: readonly string[],
  after: readonly string[],
  room: number,
  indent = '  ',
): string {
  const { own, factory, args } = tfjsCall(layer);
  if (own === null) {
    const fields = [...before, ...typescriptArguments(factory, args, nested), ...after];
    return typescriptCall(`tf.layers.${factory}`, fields, room, indent);
  }
  const fields = Object.entries(args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, objectValue(value)] as const)
    .filter(([name, text]) => ownDefaults[own]?.[name] !== text)
    .map(([name, text]) => `${name}: ${text}`);
  return typescriptCall(`new ${ownClass(own)}`, [...before, ...fields, ...after], room, indent);
}

/** A layer inside a wrapper, on one line. */
const nested = (layer: InnerLayer) => typescriptLayer(layer, [], [], Infinity);

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
  const { own, args } = tfjsCall(layer);
  const inner = Object.values(args).flatMap((value) => (isLayer(value) ? ownLayersOf(value.layer) : []));
  return own === null ? inner : [own, ...inner];
}
