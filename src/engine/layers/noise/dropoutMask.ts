import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { randomNumbers } from '../../../data/random';

/** Factors that leave out a `rate` of all values and make up for it with the others: 0 or 1 / (1 − rate). */
export function dropoutMask(shape: readonly number[], rate: number, seed: number): Tensor {
  const random = randomNumbers(seed);
  const kept = 1 / (1 - rate);
  const mask = new Float32Array(shape.reduce((product, size) => product * size, 1));
  for (let index = 0; index < mask.length; index++) mask[index] = random() < rate ? 0 : kept;
  return tensor(mask, [...shape]);
}
