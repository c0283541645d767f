import type { Arguments, InnerLayer } from '../brick/call';

interface TfjsCall {
  /** Our own class in `src/engine/layers`; null takes the factory. */
  readonly own: string | null;
  /** In `tf.layers`, and the class that it makes. */
  readonly factory: string;
  readonly className: string;
  readonly args: Arguments;
}

/** The penalty on outputs is the training loop's: TensorFlow.js's layers take it and do nothing. */
function withoutActivity(args: Arguments): Arguments {
  if (!('activityRegularizer' in args)) return args;
  const { activityRegularizer: _penalty, ...others } = args;
  return others;
}

/** What makes this layer in TensorFlow.js, where that cannot take the plain call too. */
export function tfjsCall({ call }: Pick<InnerLayer, 'call'>): TfjsCall {
  const own = call.own ?? null;
  const { standIn } = call.traits;
  if (standIn) return { own, factory: standIn.tfjs, className: standIn.class, args: standIn.args };
  const args = withoutActivity(call.args);
  const { groups: _one, ...others } = args;
  return {
    own,
    factory: call.tfjs,
    className: call.tfjsClass ?? call.keras,
    // tf.layers knows no groups; ours takes every convolution that has more than one.
    args: own === null ? others : args,
  };
}

/** The class of one of our layers: `normalization/batchNormalization` → `BatchNormalization`. */
export function ownClass(own: string): string {
  const name = own.slice(own.lastIndexOf('/') + 1);
  return name[0]!.toUpperCase() + name.slice(1);
}
