import { type MetricRecord, type MetricRule, plainly, shareOf } from '../metric';

export const rootMeanSquaredError: MetricRecord = { needs: 'numbers' };

export const rootMeanSquaredErrorRule: MetricRule = plainly(({ squares, samples }) =>
  Math.sqrt(shareOf(squares, samples)),
);
