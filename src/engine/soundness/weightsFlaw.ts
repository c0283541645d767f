import { type Scalar, scalar, stack, tidy } from '@tensorflow/tfjs-core';
import type { TrainableModel } from '../model/trainableModel';

/**
 * 0 where every weight that training changes is a finite number, else NaN or infinite; a scalar on the device. Outputs do
 * not always tell: some backends make 0 of NaN in a relu.
 */
export function weightsFlaw({ weights }: Pick<TrainableModel, 'weights'>): Scalar {
  return tidy(() => {
    const sums = weights.filter(({ frozen }) => !frozen).map(({ variable }) => variable.sum());
    return sums.length === 0 ? scalar(0) : stack(sums).sum<Scalar>().mul(0);
  });
}
