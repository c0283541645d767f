type Monitored = 'loss' | 'accuracy' | 'validationLoss' | 'validationAccuracy';

/** When a run ends before its last epoch, as Keras's EarlyStopping. */
export interface EarlyStopping {
  readonly enabled: boolean;
  readonly monitor: Monitored;
  readonly patience: number;
  readonly minDelta: number;
}

function better(value: number, best: number, { monitor, minDelta }: EarlyStopping): boolean {
  return monitor.toLowerCase().endsWith('accuracy') ? value > best + minDelta : value < best - minDelta;
}

/** As Keras's EarlyStopping: `patience` epochs without an improvement of more than `minDelta` end the run. */
export function shouldStop(
  epochs: readonly Readonly<Record<Monitored, number | null>>[],
  settings: EarlyStopping,
): boolean {
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
