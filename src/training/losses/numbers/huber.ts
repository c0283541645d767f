import type { LossRecord, LossRule } from '../../loss';
import { amount } from '../../setting';
import { last } from '../probabilities';

/** Half the square of an error up to `delta`; beyond it goes on in a straight line. */
export const huber: LossRecord = { kind: 'numbers', settings: { delta: amount(1, 0.1) } };

export const huberRule: LossRule = (y, p, { delta = 1 }) => {
  const error = p.sub(y).abs();
  const near = error.minimum(delta);
  return near.square().div(2).add(error.sub(near).mul(delta)).mean(last);
};
