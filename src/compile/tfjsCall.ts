import type { Arguments, InnerLayer } from '../brick/brick';

interface TfjsCall {
  /** Our own class in `src/engine/layers`; null takes the factory. */
  readonly own: string | null;
  /** In `tf.layers`. */
  readonly factory: string;
  readonly args: Arguments;
}

/** The penalty on outputs is the training loop's: TensorFlow.js's layers take it and do nothing. */
function withoutActivity(args: Arguments): Arguments {
  if (!('activityRegularizer' in args)) return args;
  const { activityRegularizer: _penalty, ...others } = args;
  return others;
}

/** What makes this layer in TensorFlow.js, where that cannot take the plain call too. */
export function tfjsCall({ call, inputShapes, shape }: InnerLayer): TfjsCall {
  const own = call.own ?? null;
  const given = withoutActivity(call.args);
  const known = shape.every((size) => size !== null);
  // tf.layers.flatten refuses a vector; Keras lets it through.
  if (call.tfjs === 'flatten' && inputShapes[0]?.length === 1 && known) {
    return { own, factory: 'reshape', args: { targetShape: shape } };
  }
  // tf.layers.reshape does not work out −1 while building, so that a Flatten behind it would not know its size.
  if (call.tfjs === 'reshape' && known) return { own, factory: 'reshape', args: { ...given, targetShape: shape } };
  // tf.layers knows no groups; ours takes every convolution that has more than one.
  if (own === null && 'groups' in given) {
    const { groups: _one, ...args } = given;
    return { own, factory: call.tfjs, args };
  }
  return { own, factory: call.tfjs, args: given };
}
