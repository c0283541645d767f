import type { LossRecord, LossRule } from '../../loss';
import { last } from '../probabilities';

export const meanSquaredError: LossRecord = { kind: 'numbers' };

export const meanSquaredErrorRule: LossRule = (y, p) => p.sub(y).square().mean(last);
