type Monitored = 'loss' | 'accuracy' | 'validationLoss' | 'validationAccuracy';

/** When a run ends before its last epoch, as Keras's EarlyStopping. */
export interface EarlyStopping {
  readonly enabled: boolean;
  readonly monitor: Monitored;
  readonly patience: number;
  readonly minDelta: number;
  /** At the end the weights are those of the best epoch. */
  readonly restoreBestWeights: boolean;
}

function better(value: number, best: number, { monitor, minDelta }: EarlyStopping): boolean {
  return monitor.toLowerCase().endsWith('accuracy') ? value > best + minDelta : value < best - minDelta;
}

type Epochs = readonly Readonly<Record<Monitored, number | null>>[];

/** The last epoch that was better than those before it, 0 for the first, and how many came after; null where nothing was measured. */
function bestOf(epochs: Epochs, settings: EarlyStopping): { readonly epoch: number; readonly waited: number } | null {
  let best: { epoch: number; value: number } | null = null;
  for (const [epoch, { [settings.monitor]: value }] of epochs.entries()) {
    if (value === null) return null;
    if (best === null || better(value, best.value, settings)) best = { epoch, value };
  }
  return best && { epoch: best.epoch, waited: epochs.length - 1 - best.epoch };
}

/** As Keras's EarlyStopping: `patience` epochs without an improvement of more than `minDelta` end the run. */
export function shouldStop(epochs: Epochs, settings: EarlyStopping): boolean {
  const best = settings.enabled ? bestOf(epochs, settings) : null;
  return best !== null && best.waited > 0 && best.waited >= settings.patience;
}

/** Whether the last of these epochs is the best, where its weights are wanted at the end. */
export const isBest = (epochs: Epochs, settings: EarlyStopping): boolean =>
  settings.enabled && settings.restoreBestWeights && bestOf(epochs, settings)?.waited === 0;
