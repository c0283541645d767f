import type { LossRecord, LossRule } from '../../loss';
import { last } from '../probabilities';

export const categoricalHinge: LossRecord = { kind: 'oneOfSeveral' };

export const categoricalHingeRule: LossRule = (y, p) => {
  const right = y.mul(p).sum(last);
  const wrong = y.neg().add(1).mul(p).max(last);
  return wrong.sub(right).add(1).maximum(0);
};
