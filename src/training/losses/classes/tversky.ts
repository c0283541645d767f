import type { LossRecord, LossRule } from '../../loss';
import { share } from '../../setting';
import { epsilon, forAll } from '../probabilities';

/** `dice` with weights of its own: `alpha` of what was missed, `beta` of what was wrongly said, as Keras computes it. */
export const tversky: LossRecord = {
  kind: 'yesNo',
  values: 'shares',
  settings: { alpha: share(0.5), beta: share(0.5) },
};

export const tverskyRule: LossRule = (y, p, { alpha = 0.5, beta = 0.5 }) => {
  const both = y.mul(p).sum();
  const missed = p.neg().add(1).mul(y).sum().mul(alpha);
  const wrong = y.neg().add(1).mul(p).sum().mul(beta);
  return forAll(both.div(both.add(missed).add(wrong).add(epsilon)).neg().add(1), p);
};
