import { type MetricRecord, type MetricRule, plainly, shareOf } from '../metric';

export const meanAbsoluteError: MetricRecord = {};

export const meanAbsoluteErrorRule: MetricRule = plainly(({ absolutes, samples }) => shareOf(absolutes, samples));
