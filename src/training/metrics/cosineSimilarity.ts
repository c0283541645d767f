import { type MetricRecord, type MetricRule, meanOf } from '../metric';
import { cosineProximityRule } from '../losses/numbers/cosineProximity';

/** 1 where target and output point the same way. */
export const cosineSimilarity: MetricRecord = { needs: 'numbers' };

export const cosineSimilarityRule: MetricRule = meanOf(({ y, p }) => cosineProximityRule(y, p, {}).neg());
