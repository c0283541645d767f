import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { adam } from './adam';

/** Epsilon lies outside the maximum. */
export const adamax: OptimizerRecord = {
  keras: 'Adamax',
  settings: adam.settings,
  slots: () => ['mean', 'norm'],
};

export const adamaxRule: OptimizerRule = {
  formula(settings, time) {
    const beta1 = valueOf(settings, 'beta1');
    return {
      numbers: {
        share1: 1 - beta1,
        beta2: valueOf(settings, 'beta2'),
        rate: valueOf(settings, 'learningRate') / (1 - beta1 ** time),
        epsilon: valueOf(settings, 'epsilon'),
      },
      code: `mean += (gradient - mean) * share1;
  norm = max(norm * beta2, abs(gradient));
  weight -= mean * rate / (norm + epsilon);`,
    };
  },
  step({ weight, gradient: g, slots: [m, u], settings, time, number }) {
    const [beta1, beta2] = [valueOf(settings, 'beta1'), valueOf(settings, 'beta2')];
    const mean = m!.add(g.sub(m!).mul(number(1 - beta1)));
    const norm = u!.mul(number(beta2)).maximum(g.abs());
    const corrected = settings['learningRate']! / (1 - beta1 ** time);
    const move = mean.mul(number(corrected)).div(norm.add(number(valueOf(settings, 'epsilon'))));
    return { weight: weight.sub(move), slots: [mean, norm] };
  },
};
