import type { Tensor } from '@tensorflow/tfjs-core';
import type { LossName } from '../document/training';

/** Keras's `epsilon()`: keeps logarithms and quotients finite. */
const epsilon = 1e-7;

const last = -1;
const probable = (p: Tensor) => p.clipByValue(epsilon, 1 - epsilon);
const lengthOne = (x: Tensor) => x.div(x.square().sum(last, true).maximum(1e-12).sqrt());

/** Cross-entropy of probabilities that are first made to add up to 1, as Keras does. */
function crossEntropy(y: Tensor, p: Tensor): Tensor {
  const shares = probable(p.div(p.sum(last, true)));
  return y.mul(shares.log()).sum(last).neg();
}

/**
 * Loss per sample from targets and outputs, both `[batch, units]`; formulas as in `keras.losses`.
 * Targets of the sparse loss come as one-hot rows, of the hinge losses as −1 and 1.
 */
const table: Readonly<Record<LossName, (y: Tensor, p: Tensor) => Tensor>> = {
  meanSquaredError: (y, p) => p.sub(y).square().mean(last),
  meanAbsoluteError: (y, p) => p.sub(y).abs().mean(last),
  meanAbsolutePercentageError: (y, p) => y.sub(p).div(y.abs().maximum(epsilon)).abs().mean(last).mul(100),
  meanSquaredLogarithmicError: (y, p) =>
    p.maximum(epsilon).add(1).log().sub(y.maximum(epsilon).add(1).log()).square().mean(last),
  squaredHinge: (y, p) => y.mul(p).neg().add(1).maximum(0).square().mean(last),
  hinge: (y, p) => y.mul(p).neg().add(1).maximum(0).mean(last),
  categoricalHinge(y, p) {
    const right = y.mul(p).sum(last);
    const wrong = y.neg().add(1).mul(p).max(last);
    return wrong.sub(right).add(1).maximum(0);
  },
  logcosh(y, p) {
    const x = p.sub(y);
    return x.add(x.mul(-2).softplus()).sub(Math.log(2)).mean(last);
  },
  categoricalCrossentropy: crossEntropy,
  sparseCategoricalCrossentropy: crossEntropy,
  binaryCrossentropy(y, p) {
    const q = probable(p);
    const yes = y.mul(q.log());
    const no = y.neg().add(1).mul(q.neg().add(1).log());
    return yes.add(no).mean(last).neg();
  },
  kullbackLeiblerDivergence(y, p) {
    const [truth, guess] = [y.clipByValue(epsilon, 1), p.clipByValue(epsilon, 1)];
    return truth.mul(truth.div(guess).log()).sum(last);
  },
  poisson: (y, p) => p.sub(y.mul(p.add(epsilon).log())).mean(last),
  cosineProximity: (y, p) => lengthOne(y).mul(lengthOne(p)).sum(last).neg(),
};

/** Loss of every sample, `[batch]`. */
export function lossPerSample(name: LossName, targets: Tensor, outputs: Tensor): Tensor {
  return table[name](targets, outputs);
}

const classLosses: readonly LossName[] = [
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'categoricalHinge',
  'kullbackLeiblerDivergence',
];

/** Does the loss tell classes apart, so that accuracy and a confusion matrix mean something? */
export function tellsClasses(name: LossName, units: number): boolean {
  return (
    classLosses.includes(name) || name === 'binaryCrossentropy' || name.toLowerCase().endsWith('hinge') || units > 1
  );
}

/** How a label becomes a row of targets. */
export type Targets = 'oneHot' | 'plusMinus' | 'number';

/** Targets that fit loss and number of outputs, or null when labels of so many classes cannot be compared with them. */
export function targetsFor(name: LossName, units: number, classes: number): Targets | null {
  const hinge = name === 'hinge' || name === 'squaredHinge';
  if (units === 1) {
    if (classLosses.includes(name)) return null;
    if ((name === 'binaryCrossentropy' || hinge) && classes > 2) return null;
    return hinge ? 'plusMinus' : 'number';
  }
  if (units < classes) return null;
  return hinge ? 'plusMinus' : 'oneHot';
}
