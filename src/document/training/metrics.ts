import { metricRecords } from '../../training/metrics/index';
import type { MetricRecord } from '../../training/metric';
import { className } from '../../training/setting';
import { type LossName, lossRecord } from './losses';

export type MetricName = keyof typeof metricRecords;
export const metrics = Object.keys(metricRecords) as [MetricName, ...MetricName[]];

/** What a metric is, by its name. */
export const metricRecord = (name: MetricName): MetricRecord => metricRecords[name];

/** Its class in `keras.metrics`, for an output of so many units. */
export function metricClass(name: MetricName, units: number): string {
  const { keras = className(name), kerasOfOne = keras } = metricRecord(name);
  return units === 1 ? kerasOfOne : keras;
}

/** Does the metric say something of an output of so many units, judged by this loss? */
export function fitsMetric(name: MetricName, loss: LossName, units: number): boolean {
  const { kind, values } = lossRecord(loss);
  switch (metricRecord(name).needs) {
    case 'numbers':
      return kind === 'numbers';
    case 'answers':
      return kind === 'oneOfSeveral' || kind === 'yesNo';
    case 'shares':
      return values === 'distribution' || values === 'shares';
    case 'manyClasses':
      return kind === 'oneOfSeveral' && units > 5;
    default:
      return true;
  }
}
