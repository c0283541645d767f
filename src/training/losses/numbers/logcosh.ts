import type { LossRecord, LossRule } from '../../loss';
import { last } from '../probabilities';

/** Nearly half the square of a small error, nearly a large error itself. */
export const logcosh: LossRecord = { keras: 'LogCosh', kind: 'numbers' };

export const logcoshRule: LossRule = (y, p) => {
  const x = p.sub(y);
  return x.add(x.mul(-2).softplus()).sub(Math.log(2)).mean(last);
};
