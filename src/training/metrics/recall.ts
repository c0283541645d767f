import { type MetricRecord, type MetricRule, plainly, shareOf } from '../metric';

export const recall: MetricRecord = {};

export const recallRule: MetricRule = plainly(({ truePositives, actual }) => shareOf(truePositives, actual));
