import { type MetricRecord, type MetricRule, plainly, shareOf } from '../metric';

export const precision: MetricRecord = {};

export const precisionRule: MetricRule = plainly(({ truePositives, positives }) => shareOf(truePositives, positives));
