import { everyOptimizer } from '../../training/everyOptimizer';
import type { Setting } from '../../training/setting';
import { type OptimizerName, optimizerRecord } from './trainingChoices';

/** A setting of an optimizer, its own or one that every one takes; null where it takes none of this name. */
export function settingOf(optimizer: OptimizerName, name: string): Setting | null {
  const all = { ...everyOptimizer, ...optimizerRecord(optimizer).settings };
  return Object.hasOwn(all, name) ? all[name]! : null;
}
