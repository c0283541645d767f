import type { Written } from '../assembler/moduleOf';
import { acrossNumbers } from '../assembler/numbers';

/**
 * One step of Adam over `count` numbers: from weight, gradient, mean and variance the new weight, mean and variance. The last four
 * are floats, given by their bits: what 1 − beta1 and 1 − beta2 come to, the rate for this step, epsilon.
 */
export const adamStep: Written = {
  parameters: 12,
  write(f, weight, gradient, mean, variance, newWeight, newMean, newVariance, count, share1, share2, rate, epsilon) {
    const [of1, of2, move, least] = [share1, share2, rate, epsilon].map((bits) => f.vector(bits.asFloat().splat()));
    const [g, m, v] = [f.vector(), f.vector(), f.vector()];
    acrossNumbers(f, count, (place, { load, store }) => {
      f.set(g, load(gradient.plus(place)));
      f.set(m, load(mean.plus(place)));
      f.set(m, m.plus(g.minus(m).times(of1!)));
      f.set(v, load(variance.plus(place)));
      f.set(v, v.plus(g.times(g).minus(v).times(of2!)));
      store(newMean.plus(place), m);
      store(newVariance.plus(place), v);
      store(newWeight.plus(place), load(weight.plus(place)).minus(m.times(move!).over(v.root().plus(least!))));
    });
  },
};
