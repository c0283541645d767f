import { type MetricRecord, type MetricRule, meanOf } from '../metric';

/** How often the right class is among the five that are most probable. */
export const topKCategoricalAccuracy: MetricRecord = { needs: 'manyClasses' };

export const topKCategoricalAccuracyRule: MetricRule = meanOf(({ y, p }) => {
  const own = p.mul(y.equal(y.max(-1, true)).toFloat()).sum(-1, true);
  return p.greater(own).toFloat().sum(-1).less(5).toFloat();
});
