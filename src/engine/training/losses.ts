import type { Scalar, Tensor } from '@tensorflow/tfjs-core';

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
const table = {
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
} satisfies Readonly<Record<string, (y: Tensor, p: Tensor) => Tensor>>;

/** The losses that there are, by their names in Keras. */
export type LossFunction = keyof typeof table;

/**
 * 0 where all values are finite numbers, else NaN or infinite; a scalar on the device. Whoever adds up losses adds this
 * of the outputs: cutting values off (`clipByValue`, `maximum`) makes a small number of NaN on some backends.
 */
export const flawOf = (values: Tensor): Scalar => values.mul(0).sum();

/** Loss of every sample, `[batch]`; of outputs that are no numbers it can be one all the same, see `flawOf`. */
export function lossPerSample(name: LossFunction, targets: Tensor, outputs: Tensor): Tensor {
  return table[name](targets, outputs);
}
