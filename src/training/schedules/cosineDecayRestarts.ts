import { type ScheduleRecord, factor, steps } from '../schedule';

/** Half waves one after the other, each `tMul` times as long and `mMul` times as high as the one before. */
export const cosineDecayRestarts: ScheduleRecord = {
  keras: 'CosineDecayRestarts',
  settings: {
    firstDecaySteps: steps(1000),
    tMul: { initial: 2, min: 1, max: 100, step: 0.1 },
    mMul: factor(1, 100),
    alpha: factor(0),
  },
};
