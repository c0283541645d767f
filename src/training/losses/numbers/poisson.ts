import type { LossRecord, LossRule } from '../../loss';
import { epsilon, last } from '../probabilities';

export const poisson: LossRecord = { kind: 'numbers', values: 'notNegative' };

export const poissonRule: LossRule = (y, p) => p.sub(y.mul(p.add(epsilon).log())).mean(last);
