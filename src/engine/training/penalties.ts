import { type Tensor, scalar, tidy } from '@tensorflow/tfjs-core';
import type { NamedArgument } from '../../brick/namedArgument';
import type { BuiltWeight } from '../model/trainableModel';

/** What Keras's L1, L2 and L1L2 add to the loss for these values. */
export function penalty({ settings }: NamedArgument, values: Tensor): Tensor {
  const { l1 = 0, l2 = 0 } = settings;
  return tidy(() => {
    const parts: Tensor[] = [];
    if (Number(l1) > 0) parts.push(values.abs().sum().mul(Number(l1)));
    if (Number(l2) > 0) parts.push(values.square().sum().mul(Number(l2)));
    return parts.reduce<Tensor>((sum, part) => sum.add(part), scalar(0));
  });
}

/** What the regularizers add to the loss: Keras adds the penalties of weights that are trained, not of frozen ones. */
export function withPenalties(loss: Tensor, weights: readonly BuiltWeight[]): Tensor {
  return weights
    .filter((weight) => weight.trainable && weight.regularizer !== null)
    .reduce<Tensor>((sum, { regularizer, variable }) => sum.add(penalty(regularizer!, variable)), loss);
}
