import type { LossRecord, LossRule } from '../../loss';
import { epsilon, forAll } from '../probabilities';

/** How little answers and targets overlap, over the whole batch, as Keras reckons it where no axis is named. */
export const dice: LossRecord = { kind: 'yesNo', values: 'shares' };

export const diceRule: LossRule = (y, p) => {
  const both = y.mul(p).sum();
  return forAll(both.mul(2).div(y.sum().add(p.sum()).add(epsilon)).neg().add(1), p);
};
