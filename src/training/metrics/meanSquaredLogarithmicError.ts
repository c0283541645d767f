import { type MetricRecord, type MetricRule, meanOf } from '../metric';
import { meanSquaredLogarithmicErrorRule as loss } from '../losses/numbers/meanSquaredLogarithmicError';

export const meanSquaredLogarithmicError: MetricRecord = { needs: 'numbers' };

export const meanSquaredLogarithmicErrorRule: MetricRule = meanOf(({ y, p }) => loss(y, p, {}));
