import { fingerprint } from '../../compile/fingerprint';
import type { Plan } from '../../compile/plan';
import { flatPlan } from '../../compile/frozen/flatPlan';

export interface PlanIdentity {
  /** Plans that have it in common can have the same weights. */
  readonly layers: string;
  /** What is frozen, and how pictures are prepared: a model that is built must know. */
  readonly ways: string;
}

const known = new WeakMap<Plan, PlanIdentity>();

/** What tells plans apart that are to be run; titles, blocks and places do not. */
export function identityOf(plan: Plan): PlanIdentity {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const frozen = flatPlan(plan).steps.flatMap(({ path, trainable }) => (trainable ? [] : [path]));
  const identity = { layers: fingerprint(plan), ways: JSON.stringify([frozen, plan.preprocessing ?? null]) };
  known.set(plan, identity);
  return identity;
}
