import { type OptimizerRule, type StepOf, valueOf } from '../../../training/optimizer';
import { adamRule } from '../../../training/optimizers/adam';
import { hasKernel, runKernel } from '../../layers/ownKernel';

type Stepped = ReturnType<OptimizerRule['step']>;

/** A rule's step for one weight: in one kernel where the backend in use has one that computes the same, else by its formula. */
export function stepped(rule: OptimizerRule, of: StepOf): Stepped {
  const { weight, gradient } = of;
  if (rule !== adamRule || gradient.dtype !== 'float32' || !hasKernel('AdamStep')) return rule.step(of);
  const { settings, time, slots } = of;
  const [beta1, beta2] = [valueOf(settings, 'beta1'), valueOf(settings, 'beta2')];
  const numbers = {
    share1: 1 - beta1,
    share2: 1 - beta2,
    rate: (valueOf(settings, 'learningRate') * Math.sqrt(1 - beta2 ** time)) / (1 - beta1 ** time),
    epsilon: valueOf(settings, 'epsilon'),
  };
  const inputs = { weight, gradient, mean: slots[0]!, variance: slots[1]! };
  const [next, ...others] = runKernel('AdamStep', inputs, numbers);
  return { weight: next!, slots: others };
}
