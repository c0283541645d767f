import type { OptimizerRule, StepOf } from '../../../training/optimizer';
import { adamRule } from '../../../training/optimizers/adam';
import { hasKernel, runKernel } from '../../layers/ownKernel';

type Stepped = ReturnType<OptimizerRule['step']>;

/** A rule's step for one weight: in one kernel where the backend in use has one that computes the same, else by its formula. */
export function stepped(rule: OptimizerRule, of: StepOf): Stepped {
  const { weight, gradient } = of;
  if (rule !== adamRule || gradient.dtype !== 'float32' || !hasKernel('AdamStep')) return rule.step(of);
  const { settings, time, slots } = of;
  const { numbers } = adamRule.formula!(settings, time);
  const inputs = { weight, gradient, mean: slots[0]!, variance: slots[1]! };
  const [next, ...others] = runKernel('AdamStep', inputs, numbers);
  return { weight: next!, slots: others };
}
