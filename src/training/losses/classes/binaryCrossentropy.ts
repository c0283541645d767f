import type { LossRecord, LossRule } from '../../loss';
import { share } from '../../setting';
import { last, smoothedAnswers, surprise } from '../probabilities';

export const binaryCrossentropy: LossRecord = {
  kind: 'yesNo',
  values: 'shares',
  settings: { labelSmoothing: share(0) },
};

export const binaryCrossentropyRule: LossRule = (y, p, { labelSmoothing = 0 }) =>
  surprise(smoothedAnswers(y, labelSmoothing), p).mean(last);
