import type { Tensor } from '@tensorflow/tfjs-core';
import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { flag, rate, share } from '../setting';

/** Epsilon lies under the root. */
export const rmsprop: OptimizerRecord = {
  keras: 'RMSprop',
  settings: {
    learningRate: rate(0.001),
    rho: share(0.9),
    momentum: share(0),
    epsilon: share(1e-7),
    centered: flag(false),
  },
  slots: (settings) => [
    'velocity',
    ...(valueOf(settings, 'momentum') > 0 ? ['momentum'] : []),
    ...(valueOf(settings, 'centered') > 0 ? ['average'] : []),
  ],
};

export const rmspropRule: OptimizerRule = {
  formula(settings) {
    const [moving, centered] = [valueOf(settings, 'momentum') > 0, valueOf(settings, 'centered') > 0];
    const numbers = {
      rate: valueOf(settings, 'learningRate'),
      rho: valueOf(settings, 'rho'),
      epsilon: valueOf(settings, 'epsilon'),
      ...(moving ? { kept: valueOf(settings, 'momentum') } : {}),
    };
    const lines = [
      'velocity = velocity * rho + gradient * gradient * (1.0 - rho);',
      ...(centered ? ['average = average * rho + gradient * (1.0 - rho);'] : []),
      `let pull = gradient * rate / sqrt(velocity ${centered ? '- average * average ' : ''}+ epsilon);`,
      ...(moving ? ['momentum = momentum * kept + pull;'] : []),
      `weight -= ${moving ? 'momentum' : 'pull'};`,
    ];
    return { numbers, code: lines.join('\n  ') };
  },
  step({ weight, gradient, slots: [v, ...others], settings, number }) {
    const rho = valueOf(settings, 'rho');
    const decay = (old: Tensor, fresh: Tensor) => old.mul(number(rho)).add(fresh.mul(number(1 - rho)));
    const velocity = decay(v!, gradient.square());
    const average = valueOf(settings, 'centered') > 0 ? decay(others.at(-1)!, gradient) : null;
    const spread = average === null ? velocity : velocity.sub(average.square());
    const root = spread.add(number(valueOf(settings, 'epsilon'))).sqrt();
    const pull = gradient.mul(number(settings['learningRate']!)).div(root);
    const moving = valueOf(settings, 'momentum') > 0;
    const move = moving ? others[0]!.mul(number(valueOf(settings, 'momentum'))).add(pull) : pull;
    return { weight: weight.sub(move), slots: [velocity, ...(moving ? [move] : []), ...(average ? [average] : [])] };
  },
};
