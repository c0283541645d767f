import { type RateAt, type ScheduleRule, numberIn } from '../../schedule';

const at: RateAt = (values, rate, step) => {
  const exact = step / numberIn(values, 'decaySteps');
  const passed = values['staircase'] === true ? Math.floor(exact) : exact;
  return rate * numberIn(values, 'decayRate') ** passed;
};

export const exponentialDecayRule: ScheduleRule = {
  at,
  fitted: (all) => ({ decaySteps: Math.max(1, Math.round(all / 10)) }),
};
