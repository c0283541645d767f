import type { Arguments, InnerLayer } from '../brick/brick';

interface TfjsCall {
  /** Our own class in `src/engine/layers`; null takes the factory. */
  readonly own: string | null;
  /** In `tf.layers`. */
  readonly factory: string;
  readonly args: Arguments;
}

/** What makes this layer in TensorFlow.js, where that cannot take the plain call too. */
export function tfjsCall({ call, inputShapes, shape }: InnerLayer): TfjsCall {
  const own = call.own ?? null;
  const known = shape.every((size) => size !== null);
  // tf.layers.flatten refuses a vector; Keras lets it through.
  if (call.tfjs === 'flatten' && inputShapes[0]?.length === 1 && known) {
    return { own, factory: 'reshape', args: { targetShape: shape } };
  }
  // tf.layers.reshape does not work out −1 while building, so that a Flatten behind it would not know its size.
  if (call.tfjs === 'reshape' && known) return { own, factory: 'reshape', args: { ...call.args, targetShape: shape } };
  // tf.layers knows no groups; ours takes every convolution that has more than one.
  if (own === null && 'groups' in call.args) {
    const { groups: _one, ...args } = call.args;
    return { own, factory: call.tfjs, args };
  }
  return { own, factory: call.tfjs, args: call.args };
}
