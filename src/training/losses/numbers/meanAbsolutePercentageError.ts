import type { LossRecord, LossRule } from '../../loss';
import { epsilon, last } from '../probabilities';

export const meanAbsolutePercentageError: LossRecord = {
  kind: 'numbers',
  scale: 'percent',
};

export const meanAbsolutePercentageErrorRule: LossRule = (y, p) =>
  y.sub(p).div(y.abs().maximum(epsilon)).abs().mean(last).mul(100);
