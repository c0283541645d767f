import { type LossName, type LossValues, lossRecord } from '../../document/training/losses';

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

/** What values of this kind come from: these activations, or all but these. */
const activationsFor: Readonly<Record<LossValues, (activation: string) => boolean>> = {
  distribution: (activation) => activation === 'softmax' || activation === 'exponential',
  shares: (activation) => activation === 'softmax' || shares.includes(activation),
  signed: (activation) => !notNegative.includes(activation),
  notNegative: (activation) => notNegative.includes(activation),
};

/** The activation to take for them. */
const usual = { distribution: 'softmax', shares: 'sigmoid', signed: 'tanh', notNegative: 'softplus' } as const;

/** Does the loss compare the right class with the other outputs? */
export const isOneOfSeveral = (loss: LossName): boolean => lossRecord(loss).kind === 'oneOfSeveral';

/** The activation that the loss is meant for instead of this one; null where this one will do. */
export function wantedActivation(loss: LossName, activation: string): string | null {
  const { values } = lossRecord(loss);
  if (values === undefined || activationsFor[values](activation)) return null;
  return isOneOfSeveral(loss) ? usual.distribution : usual[values];
}
