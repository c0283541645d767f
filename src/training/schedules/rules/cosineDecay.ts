import { type RateAt, type ScheduleRule, numberIn } from '../../schedule';

const at: RateAt = (values, rate, step) => {
  const [warmup, start] = [numberIn(values, 'warmupSteps'), numberIn(values, 'initialLearningRate')];
  if (step < warmup) return start + ((rate - start) * step) / warmup;
  const passed = Math.min((step - warmup) / numberIn(values, 'decaySteps'), 1);
  const alpha = numberIn(values, 'alpha');
  return rate * ((1 - alpha) * 0.5 * (1 + Math.cos(Math.PI * passed)) + alpha);
};

export const cosineDecayRule: ScheduleRule = {
  at,
  fitted: (all) => ({ decaySteps: Math.max(1, all) }),
  toKeras({ decaySteps, alpha, warmupSteps, initialLearningRate }, rate) {
    const usual = { decay_steps: decaySteps!, alpha: alpha! };
    if (!(Number(warmupSteps) > 0)) return { initial_learning_rate: rate, ...usual };
    const warming = { warmup_target: rate, warmup_steps: warmupSteps! };
    return { initial_learning_rate: initialLearningRate!, ...usual, ...warming };
  },
  fromKeras(given) {
    const { initial_learning_rate: initial, decay_steps: decaySteps, alpha, warmup_target: target } = given;
    const { warmup_steps: warmupSteps } = given;
    if (typeof initial !== 'number' || typeof decaySteps !== 'number') return null;
    const values = { decaySteps, alpha: Number(alpha ?? 0) };
    if (typeof target !== 'number') return { rate: initial, values };
    return { rate: target, values: { ...values, warmupSteps: Number(warmupSteps ?? 0), initialLearningRate: initial } };
  },
};
