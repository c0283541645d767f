import { type RateAt, type ScheduleRule, numberIn } from '../../schedule';

const at: RateAt = (values, rate, step) => {
  const each = numberIn(values, 'decaySteps');
  const cycles = values['cycle'] === true ? Math.max(1, Math.ceil(step / each)) : 1;
  const passed = Math.min(step / (each * cycles), 1);
  const end = numberIn(values, 'endLearningRate');
  return (rate - end) * (1 - passed) ** numberIn(values, 'power') + end;
};

export const polynomialDecayRule: ScheduleRule = {
  at,
  fitted: (all, rate) => ({ decaySteps: Math.max(1, all), endLearningRate: Number((rate / 100).toPrecision(3)) }),
};
