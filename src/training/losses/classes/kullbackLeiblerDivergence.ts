import type { LossRecord, LossRule } from '../../loss';
import { epsilon, last } from '../probabilities';

export const kullbackLeiblerDivergence: LossRecord = {
  keras: 'KLDivergence',
  kerasFunction: 'kl_divergence',
  kind: 'oneOfSeveral',
  values: 'shares',
};

export const kullbackLeiblerDivergenceRule: LossRule = (y, p) => {
  const [truth, guess] = [y.clipByValue(epsilon, 1), p.clipByValue(epsilon, 1)];
  return truth.mul(truth.div(guess).log()).sum(last);
};
