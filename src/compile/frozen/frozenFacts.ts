import { remembered } from '../../document/remembered';
import type { Plan } from '../plan';
import { flatPlan } from './flatPlan';
import { frozenPart } from './frozenPart';

/** What of a model training leaves as it is. */
export interface FrozenFacts {
  /** Parameters of frozen layers, those inside backbones included. */
  readonly parameters: number;
  /** Layers of the model at which its frozen part ends: what comes out there can be kept. Empty where there is no such part. */
  readonly ends: readonly string[];
}

const nothing: FrozenFacts = { parameters: 0, ends: [] };

export const frozenFacts = remembered((plan: Plan): FrozenFacts => {
  if (plan.totals.nonTrainable === 0 || plan.issues.some(({ severity }) => severity === 'error')) return nothing;
  const flat = flatPlan(plan);
  const parameters = flat.steps.reduce((sum, { step, trainable }) => sum + (trainable ? 0 : step.parameters), 0);
  const ends = (frozenPart(plan, flat)?.boundary ?? []).map((path) => path.split('/')[0]!);
  return { parameters, ends: [...new Set(ends)] };
});
