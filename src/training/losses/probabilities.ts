import type { Tensor } from '@tensorflow/tfjs-core';

/** Keras's `epsilon()`: keeps logarithms and quotients finite. */
export const epsilon = 1e-7;

/** The axis of an output's units. */
export const last = -1;

/** Shares whose logarithm is finite. */
export const probable = (p: Tensor): Tensor => p.clipByValue(epsilon, 1 - epsilon);

/** Shares that add up to 1, as Keras makes them before it takes their logarithm. */
export const distributed = (p: Tensor): Tensor => probable(p.div(p.sum(last, true)));

/** Targets of classes, each row a little less sure: `smoothing` of it goes to all classes alike. */
export const smoothedClasses = (y: Tensor, smoothing: number): Tensor =>
  smoothing === 0 ? y : y.mul(1 - smoothing).add(smoothing / y.shape.at(-1)!);

/** Targets of yes and no, each a little nearer to a half. */
export const smoothedAnswers = (y: Tensor, smoothing: number): Tensor =>
  smoothing === 0 ? y : y.mul(1 - smoothing).add(smoothing / 2);

/** What a wrong answer costs, unit by unit: the logarithm of the share that was given to the right one. */
export function surprise(y: Tensor, p: Tensor): Tensor {
  const q = probable(p);
  const yes = y.mul(q.log());
  const no = y.neg().add(1).mul(q.neg().add(1).log());
  return yes.add(no).neg();
}

/** The same number for every sample of the batch: of a loss that is not told sample by sample. */
export const forAll = (loss: Tensor, p: Tensor): Tensor => p.sum(last).zerosLike().add(loss);
