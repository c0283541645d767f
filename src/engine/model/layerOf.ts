import type { Argument, Arguments, InnerLayer } from '../../brick/call';
import { tfjsCall } from '../../compile/tfjsCall';
import { type LayerContext, ownLayer } from '../layers/index';
import { initializers, layers } from '../layers/tfjsLayers';

type Makers = Readonly<Record<string, ((config: object) => layers.Layer) | undefined>>;

/** The layer of a step, or one inside a wrapper: ours where there is one, else that of tf.layers. */
export function layerOf(step: InnerLayer, name: string, context: LayerContext): layers.Layer {
  const { own, factory, args } = tfjsCall(step);
  const ours = own ?? step.call.traits.seeded;
  if (ours !== undefined) return new (ownLayer(ours))({ ...config(args, name, context, true), name }, context);
  const make = (layers as unknown as Makers)[factory];
  if (make === undefined) throw new Error(`tf.layers has no ${factory}.`);
  return make({ ...config(args, name, context, false), name });
}

/** Arguments for a layer: weights start as zeros; regularizers and constraints are applied by the training loop. */
function config(args: Arguments, name: string, context: LayerContext, own: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).flatMap(([argument, value]): [string, unknown][] => {
      if (argument.endsWith('Initializer')) return [[argument, own ? initializers.zeros() : 'zeros']];
      if (isRole(value)) return value.role === 'layer' ? [[argument, inner(value.layer, name, argument, context)]] : [];
      return value === null && !own ? [] : [[argument, value]];
    }),
  );
}

const isRole = (value: Argument): value is Extract<Argument, { readonly role: string }> =>
  typeof value === 'object' && value !== null && 'role' in value;

function inner(layer: InnerLayer, name: string, argument: string, { label, run }: LayerContext): layers.Layer {
  return layerOf(layer, `${name}_${argument}`, { label: `${label}/${argument}`, run });
}
