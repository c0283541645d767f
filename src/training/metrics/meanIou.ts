import { type MetricRecord, type MetricRule, shareOf } from '../metric';
import { epsilon } from '../losses/probabilities';

/** How far answers and targets of a class cover each other, and the mean of the classes that came; of one unit, of no and yes. */
export const meanIou: MetricRecord = { keras: 'OneHotMeanIoU', kerasOfOne: 'BinaryIoU', needs: 'answers' };

/** The same counts of the other answer. */
const noOf = ([right = 0, said = 0, actual = 0]: readonly number[], samples: number): number[] => [
  samples - said - actual + right,
  samples - said,
  samples - actual,
];

export const meanIouRule: MetricRule = {
  size: (units) => 3 * units,
  sums({ y, p }) {
    const units = y.shape[1]!;
    const said = units === 1 ? p.greaterEqual(0.5).toFloat() : p.argMax(-1).toInt().oneHot(units, 1, 0).toFloat();
    return said
      .mul(y)
      .sum(0)
      .stack([said.sum(0), y.sum(0)]);
  },
  value(sums, { samples }) {
    const units = sums.length / 3;
    const classes = Array.from({ length: units }, (_, unit) => [
      sums[unit]!,
      sums[units + unit]!,
      sums[2 * units + unit]!,
    ]);
    if (units === 1) classes.push(noOf(classes[0]!, samples));
    const covers = classes.map(([right = 0, said = 0, actual = 0]) => [right, said + actual - right] as const);
    const seen = covers.filter(([, either]) => either > 0);
    return shareOf(
      seen.reduce((total, [right, either]) => total + right / (either + epsilon), 0),
      seen.length,
    );
  },
};
