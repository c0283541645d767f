import { type MetricRecord, type MetricRule, meanOf } from '../metric';
import { meanAbsolutePercentageErrorRule as loss } from '../losses/numbers/meanAbsolutePercentageError';

export const meanAbsolutePercentageError: MetricRecord = { needs: 'numbers' };

export const meanAbsolutePercentageErrorRule: MetricRule = meanOf(({ y, p }) => loss(y, p, {}));
