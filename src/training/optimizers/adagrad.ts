import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { rate, share } from '../setting';

/** Epsilon, always Keras's, lies under the root. */
export const adagrad: OptimizerRecord = {
  keras: 'Adagrad',
  settings: { learningRate: rate(0.001), initialAccumulatorValue: share(0.1) },
  slots: () => ['accumulator'],
};

export const adagradRule: OptimizerRule = {
  formula: (settings) => ({
    numbers: { rate: valueOf(settings, 'learningRate'), epsilon: 1e-7 },
    code: `accumulator += gradient * gradient;
  weight -= gradient * rate / sqrt(accumulator + epsilon);`,
  }),
  start: (settings) => valueOf(settings, 'initialAccumulatorValue'),
  step({ weight, gradient, slots: [a], settings, number }) {
    const accumulator = a!.add(gradient.square());
    const root = accumulator.add(number(1e-7)).sqrt();
    return { weight: weight.sub(gradient.mul(number(settings['learningRate']!)).div(root)), slots: [accumulator] };
  },
};
