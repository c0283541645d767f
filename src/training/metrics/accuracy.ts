import { type MetricRecord, type MetricRule, plainly, shareOf } from '../metric';

export const accuracy: MetricRecord = {};

export const accuracyRule: MetricRule = plainly(({ right, samples }) => shareOf(right, samples));
