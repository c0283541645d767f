import { type OptimizerChoice, settingNumbers } from '../../../document/training/trainingChoices';
import { type Clipping, clippings } from '../../../training/everyOptimizer';

/** How gradients are shortened; null where they stay as they are. */
export const clippingOf = (optimizer: OptimizerChoice): Clipping | null =>
  clippings.find((name) => settingNumbers(optimizer)[name]! > 0) ?? null;
