import type { Arguments } from '../brick/brick';
import type { Step } from './plan';

/** Factory in `tf.layers` and its arguments for this step, where TensorFlow.js cannot take the plain call. */
export function tfjsCall({ call, inputShapes, shape }: Step): { readonly factory: string; readonly args: Arguments } {
  const known = shape.every((size) => size !== null);
  // tf.layers.flatten refuses a vector; Keras lets it through.
  if (call.tfjs === 'flatten' && inputShapes[0]?.length === 1) {
    return { factory: 'reshape', args: { targetShape: shape.map((size) => size ?? -1) } };
  }
  // tf.layers.reshape does not work out −1 while building, so that a Flatten behind it would not know its size.
  if (call.tfjs === 'reshape' && known) return { factory: 'reshape', args: { ...call.args, targetShape: shape } };
  return { factory: call.tfjs, args: call.args };
}
