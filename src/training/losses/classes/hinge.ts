import type { LossRecord, LossRule } from '../../loss';
import { last } from '../probabilities';

export const hinge: LossRecord = { kind: 'sides', values: 'signed' };

export const hingeRule: LossRule = (y, p) => y.mul(p).neg().add(1).maximum(0).mean(last);
