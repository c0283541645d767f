import type { LossRecord, LossRule } from '../../loss';
import { amount, flag, share } from '../../setting';
import { last, smoothedAnswers, surprise } from '../probabilities';

/** Samples that are told well already count less, by `gamma`; yes and no by `alpha` and the rest of it, where that is wanted. */
export const binaryFocalCrossentropy: LossRecord = {
  kind: 'yesNo',
  values: 'shares',
  settings: { applyClassBalancing: flag(false), alpha: share(0.25), gamma: amount(2, 0.1), labelSmoothing: share(0) },
};

export const binaryFocalCrossentropyRule: LossRule = (
  y,
  p,
  { applyClassBalancing = 0, alpha = 0.25, gamma = 2, labelSmoothing = 0 },
) => {
  const truth = smoothedAnswers(y, labelSmoothing);
  const not = truth.neg().add(1);
  const right = truth.mul(p).add(not.mul(p.neg().add(1)));
  const cost = right.neg().add(1).pow(gamma).mul(surprise(truth, p));
  if (applyClassBalancing === 0) return cost.mean(last);
  return truth
    .mul(alpha)
    .add(not.mul(1 - alpha))
    .mul(cost)
    .mean(last);
};
