import { type Tensor, scalar, tidy } from '@tensorflow/tfjs-core';
import type { BuiltWeight } from './model';

function penalty({ variable, regularizer }: BuiltWeight): Tensor {
  const { l1 = 0, l2 = 0 } = regularizer!.settings;
  return tidy(() => {
    const parts: Tensor[] = [];
    if (Number(l1) > 0) parts.push(variable.abs().sum().mul(Number(l1)));
    if (Number(l2) > 0) parts.push(variable.square().sum().mul(Number(l2)));
    return parts.reduce<Tensor>((sum, part) => sum.add(part), scalar(0));
  });
}

/** What the regularizers add to the loss: Keras adds the penalties of weights that are trained, not of frozen ones. */
export function withPenalties(loss: Tensor, weights: readonly BuiltWeight[]): Tensor {
  return weights
    .filter((weight) => weight.trainable && weight.regularizer !== null)
    .reduce<Tensor>((sum, weight) => sum.add(penalty(weight)), loss);
}
