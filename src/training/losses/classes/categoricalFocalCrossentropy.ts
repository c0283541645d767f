import type { LossRecord, LossRule } from '../../loss';
import { amount, share } from '../../setting';
import { distributed, last, smoothedClasses } from '../probabilities';

/** Samples that are told well already count less, by `gamma`. */
export const categoricalFocalCrossentropy: LossRecord = {
  kind: 'oneOfSeveral',
  values: 'distribution',
  settings: { alpha: share(0.25), gamma: amount(2, 0.1), labelSmoothing: share(0) },
};

export const categoricalFocalCrossentropyRule: LossRule = (y, p, { alpha = 0.25, gamma = 2, labelSmoothing = 0 }) => {
  const shares = distributed(p);
  const cost = smoothedClasses(y, labelSmoothing).mul(shares.log()).neg();
  return shares.neg().add(1).pow(gamma).mul(alpha).mul(cost).sum(last);
};
