import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { rate, share } from '../setting';

/** Epsilon lies beside the root that is not corrected for the first steps. */
export const adam: OptimizerRecord = {
  keras: 'Adam',
  settings: { learningRate: rate(0.001), beta1: share(0.9), beta2: share(0.999), epsilon: share(1e-7) },
  slots: () => ['mean', 'variance'],
};

export const adamRule: OptimizerRule = {
  formula(settings, time) {
    const [beta1, beta2] = [valueOf(settings, 'beta1'), valueOf(settings, 'beta2')];
    return {
      numbers: {
        share1: 1 - beta1,
        share2: 1 - beta2,
        rate: (valueOf(settings, 'learningRate') * Math.sqrt(1 - beta2 ** time)) / (1 - beta1 ** time),
        epsilon: valueOf(settings, 'epsilon'),
      },
      code: `mean += (gradient - mean) * share1;
  variance += (gradient * gradient - variance) * share2;
  weight -= mean * rate / (sqrt(variance) + epsilon);`,
    };
  },
  step({ weight, gradient: g, slots: [m, v], settings, time, number }) {
    const [beta1, beta2] = [valueOf(settings, 'beta1'), valueOf(settings, 'beta2')];
    const mean = m!.add(g.sub(m!).mul(number(1 - beta1)));
    const fresh = g.square().sub(v!);
    const variance = v!.add(fresh.mul(number(1 - beta2)));
    const corrected = (settings['learningRate']! * Math.sqrt(1 - beta2 ** time)) / (1 - beta1 ** time);
    const move = mean.mul(number(corrected)).div(variance.sqrt().add(number(valueOf(settings, 'epsilon'))));
    return { weight: weight.sub(move), slots: [mean, variance] };
  },
};
