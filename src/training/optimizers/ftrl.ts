import { type OptimizerRecord, type OptimizerRule, valueOf } from '../optimizer';
import { amount, rate } from '../setting';

/** Follow the regularized leader (McMahan 2013): weights that help little become 0 by `l1RegularizationStrength`. */
export const ftrl: OptimizerRecord = {
  keras: 'Ftrl',
  settings: {
    learningRate: rate(0.001),
    learningRatePower: { initial: -0.5, min: -10, max: 0, step: 0.1 },
    initialAccumulatorValue: amount(0.1),
    l1RegularizationStrength: amount(0),
    l2RegularizationStrength: amount(0),
    l2ShrinkageRegularizationStrength: amount(0),
    beta: amount(0),
  },
  slots: () => ['accumulator', 'linear'],
};

export const ftrlRule: OptimizerRule = {
  start: (settings, slot) => (slot === 'accumulator' ? valueOf(settings, 'initialAccumulatorValue') : 0),
  step({ weight, gradient, slots: [a, z], settings, number }) {
    const given = (name: string) => valueOf(settings, name);
    const learningRate = number(given('learningRate'));
    const power = number(-given('learningRatePower'));
    const shrinkage = given('l2ShrinkageRegularizationStrength');
    const pull = shrinkage === 0 ? gradient : gradient.add(weight.mul(number(2 * shrinkage)));
    const accumulator = a!.add(gradient.square());
    const raised = accumulator.pow(power);
    const linear = z!.add(pull).sub(raised.sub(a!.pow(power)).div(learningRate).mul(weight));
    const l2 = 2 * given('l2RegularizationStrength') + given('beta') / given('learningRate');
    const quadratic = raised.div(learningRate).add(number(l2));
    const l1 = given('l1RegularizationStrength');
    return { weight: linear.clipByValue(-l1, l1).sub(linear).div(quadratic), slots: [accumulator, linear] };
  },
};
