import type { LossRecord, LossRule } from '../../loss';
import { epsilon, last } from '../probabilities';

export const meanSquaredLogarithmicError: LossRecord = {
  kind: 'numbers',
  scale: 'relative',
};

export const meanSquaredLogarithmicErrorRule: LossRule = (y, p) =>
  p.maximum(epsilon).add(1).log().sub(y.maximum(epsilon).add(1).log()).square().mean(last);
