import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { flag, rate, share } from '../setting';

export const momentum: OptimizerRecord = {
  keras: 'SGD',
  kerasUsual: { momentum: 0 },
  settings: { learningRate: rate(0.01), momentum: share(0.9), nesterov: flag(false) },
  slots: () => ['velocity'],
  torch: { name: 'SGD' },
};

export const momentumRule: OptimizerRule = {
  formula: (settings) => ({
    numbers: { rate: valueOf(settings, 'learningRate'), kept: valueOf(settings, 'momentum') },
    code: `velocity = velocity * kept - gradient * rate;
  weight += ${valueOf(settings, 'nesterov') > 0 ? 'velocity * kept - gradient * rate' : 'velocity'};`,
  }),
  step({ weight, gradient, slots: [v], settings, number }) {
    const pull = gradient.mul(number(settings['learningRate']!));
    const kept = number(valueOf(settings, 'momentum'));
    const velocity = v!.mul(kept).sub(pull);
    const move = valueOf(settings, 'nesterov') > 0 ? velocity.mul(kept).sub(pull) : velocity;
    return { weight: weight.add(move), slots: [velocity] };
  },
};
