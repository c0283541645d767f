import { type Numbers, type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { adam } from './adam';

/** How much of the mean a step takes: it grows from half of beta1 to beta1. */
const shareAt = (settings: Numbers, time: number) => valueOf(settings, 'beta1') * (1 - 0.5 * 0.96 ** time);

/** Below this, 1 less the product is 1 in float32. */
const nothing = 1e-12;

/** The shares of all steps until this one, multiplied. */
function productUntil(settings: Numbers, time: number): number {
  let product = 1;
  for (let step = 1; step <= time && product > nothing; step++) product *= shareAt(settings, step);
  return product;
}

/** Adam with Nesterov's look ahead. */
export const nadam: OptimizerRecord = {
  keras: 'Nadam',
  settings: adam.settings,
  slots: () => ['mean', 'variance'],
};

/** What the mean and the gradient count for in this step. */
function sharesOf(settings: Numbers, time: number): readonly [ofMean: number, ofGradient: number] {
  const [now, next] = [shareAt(settings, time), shareAt(settings, time + 1)];
  const product = productUntil(settings, time);
  return [next / (1 - product * next), (1 - now) / (1 - product)];
}

export const nadamRule: OptimizerRule = {
  once: sharesOf,
  formula(settings, time) {
    const [beta1, beta2] = [valueOf(settings, 'beta1'), valueOf(settings, 'beta2')];
    const [ofMean, ofGradient] = sharesOf(settings, time);
    const numbers = {
      share1: 1 - beta1,
      share2: 1 - beta2,
      ofMean,
      ofGradient,
      reached: 1 - beta2 ** time,
      rate: valueOf(settings, 'learningRate'),
      epsilon: valueOf(settings, 'epsilon'),
    };
    return {
      numbers,
      code: `mean += (gradient - mean) * share1;
  variance += (gradient * gradient - variance) * share2;
  weight -= (mean * ofMean + gradient * ofGradient) * rate / (sqrt(variance / reached) + epsilon);`,
    };
  },
  step({ weight, gradient: g, slots: [m, v], settings, time, once: [ofMean, ofGradient], number }) {
    const [beta1, beta2] = [valueOf(settings, 'beta1'), valueOf(settings, 'beta2')];
    const mean = m!.add(g.sub(m!).mul(number(1 - beta1)));
    const fresh = g.square().sub(v!);
    const variance = v!.add(fresh.mul(number(1 - beta2)));
    const ahead = mean.mul(number(ofMean!)).add(g.mul(number(ofGradient!)));
    const root = variance
      .div(number(1 - beta2 ** time))
      .sqrt()
      .add(number(valueOf(settings, 'epsilon')));
    return { weight: weight.sub(ahead.mul(number(settings['learningRate']!)).div(root)), slots: [mean, variance] };
  },
};
