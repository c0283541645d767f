import type { Tensor } from '@tensorflow/tfjs-core';
import type { LossRecord, LossRule } from '../../loss';
import { last } from '../probabilities';

/** −1 where target and output point the same way, 1 where they point apart. */
export const cosineProximity: LossRecord = { keras: 'CosineSimilarity', kind: 'numbers', scale: 'relative' };

const lengthOne = (x: Tensor) => x.div(x.square().sum(last, true).maximum(1e-12).sqrt());

export const cosineProximityRule: LossRule = (y, p) => lengthOne(y).mul(lengthOne(p)).sum(last).neg();
