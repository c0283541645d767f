import { type MetricRecord, type MetricRule, shareOf } from '../metric';

/** The share of the variance that is explained, unit by unit, and the mean over units. */
export const r2Score: MetricRecord = { needs: 'numbers' };

export const r2ScoreRule: MetricRule = {
  size: (units) => 3 * units,
  sums: ({ y, p }) => y.sum(0).stack([y.square().sum(0), p.sub(y).square().sum(0)]),
  value(sums, { samples }) {
    const units = sums.length / 3;
    const scores = Array.from({ length: units }, (_, unit) => {
      const [sum, squares, errors] = [sums[unit]!, sums[units + unit]!, sums[2 * units + unit]!];
      const score = 1 - errors / (squares - (sum * sum) / samples);
      // Targets that do not vary have none: Keras says 0.
      return Number.isFinite(score) ? score : 0;
    });
    return shareOf(
      scores.reduce((total, score) => total + score, 0),
      units,
    );
  },
};
