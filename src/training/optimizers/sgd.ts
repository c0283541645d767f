import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { rate } from '../setting';

export const sgd: OptimizerRecord = {
  keras: 'SGD',
  settings: { learningRate: rate(0.01) },
  slots: () => [],
  torch: { name: 'SGD' },
};

export const sgdRule: OptimizerRule = {
  formula: (settings) => ({
    numbers: { rate: valueOf(settings, 'learningRate') },
    code: 'weight -= gradient * rate;',
  }),
  step: ({ weight, gradient, settings, number }) => ({
    weight: weight.sub(gradient.mul(number(settings['learningRate']!))),
    slots: [],
  }),
};
