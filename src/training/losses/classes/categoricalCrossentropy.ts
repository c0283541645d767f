import type { LossRecord, LossRule } from '../../loss';
import { share } from '../../setting';
import { distributed, last, smoothedClasses } from '../probabilities';

export const categoricalCrossentropy: LossRecord = {
  kind: 'oneOfSeveral',
  values: 'distribution',
  settings: { labelSmoothing: share(0) },
};

export const categoricalCrossentropyRule: LossRule = (y, p, { labelSmoothing = 0 }) =>
  smoothedClasses(y, labelSmoothing).mul(distributed(p).log()).sum(last).neg();
