import { type Tensor1D, concat1d, denseBincount } from '@tensorflow/tfjs-core';
import { type MetricRule, shareOf } from '../metric';

const thresholds = 200;

/** How many lie in each place or behind it. */
function above(counts: readonly number[]): number[] {
  const sums = [...counts];
  for (let at = sums.length - 2; at >= 0; at--) sums[at]! += sums[at + 1]!;
  return sums;
}

/** Apart from its record: it takes what tensors do not have as methods. */
export const aucRule: MetricRule = {
  size: () => 2 * thresholds,
  sums({ y, p }) {
    const place = p
      .clipByValue(0, 1)
      .mul(thresholds - 1)
      .ceil()
      .sub(1)
      .relu()
      .flatten()
      .toInt() as Tensor1D;
    const yes = y.notEqual(0).toFloat().flatten() as Tensor1D;
    const counted = (weights: Tensor1D) => denseBincount(place, weights, thresholds) as Tensor1D;
    return concat1d([counted(yes), counted(yes.neg().add(1) as Tensor1D)]);
  },
  value(sums) {
    const [yes, no] = [above(sums.slice(0, thresholds)), above(sums.slice(thresholds))];
    const [recall, wrong] = [yes, no].map((counts) => counts.map((count) => shareOf(count, counts[0]!)));
    let area = 0;
    for (let at = 1; at < thresholds; at++)
      area += ((wrong![at - 1]! - wrong![at]!) * (recall![at - 1]! + recall![at]!)) / 2;
    return area;
  },
};
