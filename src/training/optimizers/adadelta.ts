import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { rate, share } from '../setting';

export const adadelta: OptimizerRecord = {
  keras: 'Adadelta',
  settings: { learningRate: rate(0.001), rho: share(0.95), epsilon: share(1e-7) },
  slots: () => ['gradients', 'moves'],
  torch: { name: 'Adadelta', names: { epsilon: 'eps' } },
};

export const adadeltaRule: OptimizerRule = {
  formula: (settings) => ({
    numbers: {
      rate: valueOf(settings, 'learningRate'),
      rho: valueOf(settings, 'rho'),
      epsilon: valueOf(settings, 'epsilon'),
    },
    code: `gradients = gradients * rho + gradient * gradient * (1.0 - rho);
  let moved = gradient * sqrt(moves + epsilon) / sqrt(gradients + epsilon);
  moves = moves * rho + moved * moved * (1.0 - rho);
  weight -= moved * rate;`,
  }),
  step({ weight, gradient: g, slots: [a, d], settings, number }) {
    const [rho, epsilon] = [valueOf(settings, 'rho'), number(valueOf(settings, 'epsilon'))];
    const decay = (old: Tensor, fresh: Tensor) => old.mul(number(rho)).add(fresh.square().mul(number(1 - rho)));
    const gradients = decay(a!, g);
    const move = g.mul(d!.add(epsilon).sqrt().div(gradients.add(epsilon).sqrt()));
    return { weight: weight.sub(move.mul(number(settings['learningRate']!))), slots: [gradients, decay(d!, move)] };
  },
};
