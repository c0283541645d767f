import { type ScheduleRecord, factor, steps } from '../schedule';

/** Divided by more and more. */
export const inverseTimeDecay: ScheduleRecord = {
  keras: 'InverseTimeDecay',
  settings: { decaySteps: steps(1000), decayRate: factor(0.5, 1e6), staircase: { initial: false } },
};
