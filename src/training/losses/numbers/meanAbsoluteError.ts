import type { LossRecord, LossRule } from '../../loss';
import { last } from '../probabilities';

export const meanAbsoluteError: LossRecord = { kind: 'numbers' };

export const meanAbsoluteErrorRule: LossRule = (y, p) => p.sub(y).abs().mean(last);
