import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { rate, share } from '../setting';

/** Every weight moves by the learning rate, up or down. */
export const lion: OptimizerRecord = {
  keras: 'Lion',
  settings: { learningRate: rate(0.001), beta1: share(0.9), beta2: share(0.99) },
  slots: () => ['momentum'],
};

export const lionRule: OptimizerRule = {
  formula: (settings) => ({
    numbers: {
      rate: valueOf(settings, 'learningRate'),
      beta1: valueOf(settings, 'beta1'),
      beta2: valueOf(settings, 'beta2'),
    },
    code: `weight -= sign(momentum * beta1 + gradient * (1.0 - beta1)) * rate;
  momentum = momentum * beta2 + gradient * (1.0 - beta2);`,
  }),
  step({ weight, gradient, slots: [m], settings, number }) {
    const [beta1, beta2] = [valueOf(settings, 'beta1'), valueOf(settings, 'beta2')];
    const way = m!.mul(number(beta1)).add(gradient.mul(number(1 - beta1)));
    const momentum = m!.mul(number(beta2)).add(gradient.mul(number(1 - beta2)));
    return { weight: weight.sub(way.sign().mul(number(settings['learningRate']!))), slots: [momentum] };
  },
};
