import type { LossRecord, LossRule } from '../../loss';
import { distributed, last } from '../probabilities';

/** The same as `categoricalCrossentropy` from class numbers, which come here as one-hot rows. */
export const sparseCategoricalCrossentropy: LossRecord = {
  kind: 'oneOfSeveral',
  values: 'distribution',
};

export const sparseCategoricalCrossentropyRule: LossRule = (y, p) => y.mul(distributed(p).log()).sum(last).neg();
