import { type ScheduleRecord, factor, steps } from '../schedule';

/** Multiplied by the same again and again. */
export const exponentialDecay: ScheduleRecord = {
  keras: 'ExponentialDecay',
  settings: { decaySteps: steps(1000), decayRate: factor(0.96, 1), staircase: { initial: false } },
};
