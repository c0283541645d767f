import { type MetricRecord, type MetricRule, shareOf } from '../metric';
import { epsilon } from '../losses/probabilities';

/** The harmonic mean of precision and recall of every class, and the mean of the classes; of one unit above a half. */
export const f1Score: MetricRecord = { needs: 'answers' };

export const f1ScoreRule: MetricRule = {
  size: (units) => 3 * units,
  sums({ y, p, positive }) {
    const most =
      y.shape[1] === 1 ? p.greater(positive) : p.greaterEqual(p.max(-1, true)).logicalAnd(p.abs().greater(1e-9));
    const said = most.toFloat();
    return said
      .mul(y)
      .sum(0)
      .stack([said.sum(0), y.sum(0)]);
  },
  value(sums) {
    const units = sums.length / 3;
    const scores = Array.from({ length: units }, (_, unit) => {
      const [right, said, actual] = [sums[unit]!, sums[units + unit]!, sums[2 * units + unit]!];
      const [precision, recall] = [right / (said + epsilon), right / (actual + epsilon)];
      return (2 * precision * recall) / (precision + recall + epsilon);
    });
    return shareOf(
      scores.reduce((total, score) => total + score, 0),
      units,
    );
  },
};
