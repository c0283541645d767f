import { type ScheduleRecord, factor } from '../schedule';

export const monitors = ['validationLoss', 'validationAccuracy', 'loss', 'accuracy'] as const;

/** Smaller whenever the watched number has not become better for some epochs. */
export const reduceLROnPlateau: ScheduleRecord = {
  keras: 'ReduceLROnPlateau',
  isCallback: true,
  settings: {
    monitor: { initial: 'validationLoss', options: monitors },
    factor: { ...factor(0.1), max: 0.999 },
    patience: { initial: 10, min: 0, max: 1000, step: 1, whole: true },
    minDelta: { initial: 0.0001, min: 0, max: 1e6, step: 0.0001 },
    cooldown: { initial: 0, min: 0, max: 1000, step: 1, whole: true },
    minLr: { initial: 0, min: 0, max: 1_000, step: 0.0001 },
  },
};
