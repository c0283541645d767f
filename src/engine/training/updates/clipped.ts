import { type Scalar, type Tensor, addN, minimum } from '@tensorflow/tfjs-core';
import type { Numbers } from '../../../training/optimizer';

/**
 * Gradients shortened as Keras's optimizers do: each to a length (`clipnorm`), all together to one (`globalClipnorm`), or
 * every value to a range (`clipvalue`); the same ones where none is above 0.
 */
export function clipped(
  gradients: readonly Tensor[],
  settings: Numbers,
  number: (value: number) => Scalar,
): readonly Tensor[] {
  const { clipnorm = 0, clipvalue = 0, globalClipnorm = 0 } = settings;
  if (clipnorm > 0) {
    const most = number(clipnorm);
    return gradients.map((gradient) => gradient.mul(most).div(gradient.square().sum().sqrt().maximum(most)));
  }
  if (globalClipnorm > 0 && gradients.length > 0) {
    const length = addN(gradients.map((gradient) => gradient.square().sum())).sqrt();
    // Lengths that are no numbers stay so.
    const scale = minimum(length.reciprocal(), 1 / globalClipnorm)
      .mul(number(globalClipnorm))
      .add(length.sub(length));
    return gradients.map((gradient) => gradient.mul(scale));
  }
  return clipvalue > 0 ? gradients.map((gradient) => gradient.clipByValue(-clipvalue, clipvalue)) : gradients;
}
