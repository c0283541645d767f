import { type Tensor, tensor } from '@tensorflow/tfjs-core';
import { randomNumbers } from '../../../data/random';

/** Random numbers of mean 0 and deviation 1 (Box–Muller); the same seed gives the same on every backend. */
export function normalNumbers(shape: readonly number[], seed: number): Tensor {
  const random = randomNumbers(seed);
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1));
  for (let index = 0; index < values.length; index += 2) {
    const radius = Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    values[index] = radius * Math.cos(angle);
    if (index + 1 < values.length) values[index + 1] = radius * Math.sin(angle);
  }
  return tensor(values, [...shape]);
}
