import type { LossName } from '../../document/training/trainingChoices';

/** Activations whose values are never below 0. */
const notNegative = [
  'relu',
  'relu6',
  'sigmoid',
  'hardSigmoid',
  'legacyHardSigmoid',
  'sparseSigmoid',
  'softmax',
  'softplus',
  'squareplus',
  'sparsePlus',
  'exponential',
];
const shares = ['sigmoid', 'hardSigmoid', 'legacyHardSigmoid', 'sparseSigmoid'];

/** Largest value, without its sign, that an activation gives; those without an end are missing. */
export const activationBounds: Readonly<Record<string, number>> = {
  sigmoid: 1,
  hardSigmoid: 1,
  legacyHardSigmoid: 1,
  sparseSigmoid: 1,
  softmax: 1,
  tanh: 1,
  hardTanh: 1,
  softsign: 1,
  relu6: 6,
};

/** What a loss takes: these activations, or all but these; and the one to take instead. */
interface Meant {
  readonly takes?: readonly string[];
  readonly refuses?: readonly string[];
  readonly wanted: string;
}

const oneOfSeveral: Meant = { takes: ['softmax', 'exponential'], wanted: 'softmax' };
const signed: Meant = { refuses: notNegative, wanted: 'tanh' };

const meant: Readonly<Partial<Record<LossName, Meant>>> = {
  categoricalCrossentropy: oneOfSeveral,
  sparseCategoricalCrossentropy: oneOfSeveral,
  kullbackLeiblerDivergence: { takes: ['softmax', ...shares], wanted: 'softmax' },
  binaryCrossentropy: { takes: [...shares, 'softmax'], wanted: 'sigmoid' },
  hinge: signed,
  squaredHinge: signed,
  poisson: { takes: notNegative, wanted: 'softplus' },
};

/** Losses that compare the right class with the other outputs. */
export const severalLosses: readonly LossName[] = [
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'categoricalHinge',
  'kullbackLeiblerDivergence',
];

/** The activation that the loss is meant for instead of this one; null where this one will do. */
export function wantedActivation(loss: LossName, activation: string): string | null {
  const own = meant[loss];
  if (own === undefined) return null;
  const fits = own.takes?.includes(activation) ?? !own.refuses!.includes(activation);
  return fits ? null : own.wanted;
}
