import type { LossRecord } from '../loss';
import { binaryCrossentropy } from './classes/binaryCrossentropy';
import { binaryFocalCrossentropy } from './classes/binaryFocalCrossentropy';
import { categoricalCrossentropy } from './classes/categoricalCrossentropy';
import { categoricalFocalCrossentropy } from './classes/categoricalFocalCrossentropy';
import { categoricalHinge } from './classes/categoricalHinge';
import { dice } from './classes/dice';
import { hinge } from './classes/hinge';
import { kullbackLeiblerDivergence } from './classes/kullbackLeiblerDivergence';
import { sparseCategoricalCrossentropy } from './classes/sparseCategoricalCrossentropy';
import { squaredHinge } from './classes/squaredHinge';
import { tversky } from './classes/tversky';
import { cosineProximity } from './numbers/cosineProximity';
import { huber } from './numbers/huber';
import { logcosh } from './numbers/logcosh';
import { meanAbsoluteError } from './numbers/meanAbsoluteError';
import { meanAbsolutePercentageError } from './numbers/meanAbsolutePercentageError';
import { meanSquaredError } from './numbers/meanSquaredError';
import { meanSquaredLogarithmicError } from './numbers/meanSquaredLogarithmicError';
import { poisson } from './numbers/poisson';

/** All losses by the name that documents have, in the order in which they are offered. */
export const lossRecords = {
  meanSquaredError,
  meanAbsoluteError,
  meanAbsolutePercentageError,
  meanSquaredLogarithmicError,
  huber,
  logcosh,
  poisson,
  cosineProximity,
  categoricalCrossentropy,
  sparseCategoricalCrossentropy,
  categoricalFocalCrossentropy,
  kullbackLeiblerDivergence,
  categoricalHinge,
  binaryCrossentropy,
  binaryFocalCrossentropy,
  dice,
  tversky,
  hinge,
  squaredHinge,
} satisfies Readonly<Record<string, LossRecord>>;
