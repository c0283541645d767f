import type { Training } from '../../document/training';
import type { EpochMetrics } from '../protocol/run';

type Settings = Training['earlyStopping'];

function better(value: number, best: number, { monitor, minDelta }: Settings): boolean {
  return monitor.toLowerCase().endsWith('accuracy') ? value > best + minDelta : value < best - minDelta;
}

/** As Keras's EarlyStopping: `patience` epochs without an improvement of more than `minDelta` end the run. */
export function shouldStop(epochs: readonly EpochMetrics[], settings: Settings): boolean {
  if (!settings.enabled) return false;
  let best: number | null = null;
  let waited = 0;
  for (const epoch of epochs) {
    const value = epoch[settings.monitor];
    if (value === null) return false;
    if (best === null || better(value, best, settings)) {
      best = value;
      waited = 0;
    } else {
      waited++;
    }
  }
  return waited > 0 && waited >= settings.patience;
}
