import type { LossRecord, LossRule } from '../../loss';
import { last } from '../probabilities';

export const squaredHinge: LossRecord = { kind: 'sides', values: 'signed' };

export const squaredHingeRule: LossRule = (y, p) => y.mul(p).neg().add(1).maximum(0).square().mean(last);
