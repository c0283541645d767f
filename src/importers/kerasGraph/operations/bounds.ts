import { type Operation, numberAt } from './operation';
import { type Link, type Parts, chain } from './part';

const negative: Link = ['Rescaling', { scale: -1, offset: 0 }];
/** The smaller of x and a limit of 0 or more: below 0 the slope is 1. */
const atMost = (limit: number): Link => ['ReLU', { max_value: limit, negative_slope: 1, threshold: 0 }];

/** The larger of x and a number, exactly; null where no layers do so. */
export function larger(than: number): readonly Link[] | null {
  if (than === 0) return [['Activation', { activation: 'relu' }]];
  return than < 0 ? [negative, atMost(-than), negative] : null;
}

/** The smaller of x and a number, exactly; null where no layers do so. */
export const smaller = (than: number): readonly Link[] | null => (than >= 0 ? [atMost(than)] : null);

function between(low: number, high: number): readonly Link[] | null {
  if (low === 0 && high > 0) return [['ReLU', { max_value: high }]];
  if (low === -1 && high === 1) return [['Activation', { activation: 'hard_tanh' }]];
  const [above, below] = [larger(low), smaller(high)];
  return above && below && low < high ? [...above, ...below] : null;
}

/** `clip(x, −2, 2)`. */
export function clip(operation: Operation): Parts | null {
  const low = numberAt(operation, 0, 'x_min', 'min_value', 'clip_value_min', 'a_min');
  const high = numberAt(operation, 1, 'x_max', 'max_value', 'clip_value_max', 'a_max');
  const links = low === null || high === null ? null : between(low, high);
  return links && chain(links);
}
