import type { OptimizerRecord, OptimizerRule } from '../optimizer';
import { rate } from '../setting';

export const sgd: OptimizerRecord = {
  keras: 'SGD',
  settings: { learningRate: rate(0.01) },
  slots: () => [],
  torch: { name: 'SGD' },
};

export const sgdRule: OptimizerRule = {
  step: ({ weight, gradient, settings, number }) => ({
    weight: weight.sub(gradient.mul(number(settings['learningRate']!))),
    slots: [],
  }),
};
