import { type MetricRecord, type MetricRule, plainly, shareOf } from '../metric';

export const meanSquaredError: MetricRecord = {};

export const meanSquaredErrorRule: MetricRule = plainly(({ squares, samples }) => shareOf(squares, samples));
