import type { LossRule } from '../loss';
import type { lossRecords } from './index';
import { binaryCrossentropyRule } from './classes/binaryCrossentropy';
import { binaryFocalCrossentropyRule } from './classes/binaryFocalCrossentropy';
import { categoricalCrossentropyRule } from './classes/categoricalCrossentropy';
import { categoricalFocalCrossentropyRule } from './classes/categoricalFocalCrossentropy';
import { categoricalHingeRule } from './classes/categoricalHinge';
import { diceRule } from './classes/dice';
import { hingeRule } from './classes/hinge';
import { kullbackLeiblerDivergenceRule } from './classes/kullbackLeiblerDivergence';
import { sparseCategoricalCrossentropyRule } from './classes/sparseCategoricalCrossentropy';
import { squaredHingeRule } from './classes/squaredHinge';
import { tverskyRule } from './classes/tversky';
import { cosineProximityRule } from './numbers/cosineProximity';
import { huberRule } from './numbers/huber';
import { logcoshRule } from './numbers/logcosh';
import { meanAbsoluteErrorRule } from './numbers/meanAbsoluteError';
import { meanAbsolutePercentageErrorRule } from './numbers/meanAbsolutePercentageError';
import { meanSquaredErrorRule } from './numbers/meanSquaredError';
import { meanSquaredLogarithmicErrorRule } from './numbers/meanSquaredLogarithmicError';
import { poissonRule } from './numbers/poisson';

/** What every loss computes: apart from the records, so that a page that computes nothing does not carry it. */
export const lossRules: Readonly<Record<keyof typeof lossRecords, LossRule>> = {
  meanSquaredError: meanSquaredErrorRule,
  meanAbsoluteError: meanAbsoluteErrorRule,
  meanAbsolutePercentageError: meanAbsolutePercentageErrorRule,
  meanSquaredLogarithmicError: meanSquaredLogarithmicErrorRule,
  huber: huberRule,
  logcosh: logcoshRule,
  poisson: poissonRule,
  cosineProximity: cosineProximityRule,
  categoricalCrossentropy: categoricalCrossentropyRule,
  sparseCategoricalCrossentropy: sparseCategoricalCrossentropyRule,
  categoricalFocalCrossentropy: categoricalFocalCrossentropyRule,
  kullbackLeiblerDivergence: kullbackLeiblerDivergenceRule,
  categoricalHinge: categoricalHingeRule,
  binaryCrossentropy: binaryCrossentropyRule,
  binaryFocalCrossentropy: binaryFocalCrossentropyRule,
  dice: diceRule,
  tversky: tverskyRule,
  hinge: hingeRule,
  squaredHinge: squaredHingeRule,
};
