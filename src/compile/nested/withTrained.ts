import type { Plan, Step } from '../plan';
import { totalsOf } from '../numbers/totals';

/** Plans already made of a plan, by the layers that are frozen: typing in the head must not make them anew. */
const made = new WeakMap<Plan, Map<string, Plan>>();
const mostMade = 50;

/** The plan with only these layers trained; the same plan where that changes nothing. */
export function withTrained(plan: Plan, trained: (name: string) => boolean): Plan {
  const frozen = plan.steps.filter(({ name, trainable }) => trainable && !trained(name)).map(({ name }) => name);
  if (frozen.length === 0) return plan;
  const plans = made.get(plan) ?? new Map<string, Plan>();
  made.set(plan, plans);
  const key = JSON.stringify(frozen);
  const known = plans.get(key);
  if (known) return known;
  const set = new Set(frozen);
  const steps = plan.steps.map((step) => (set.has(step.name) ? frozenStep(step) : step));
  const result = { ...plan, steps, totals: totalsOf(steps) };
  if (plans.size >= mostMade) plans.clear();
  plans.set(key, result);
  return result;
}

function frozenStep(step: Step): Step {
  const weights = step.weights.map((weight) => ({ ...weight, trainable: false }));
  return { ...step, trainable: false, trainableParameters: 0, weights };
}
