import type { Plan, Step } from './plan';

/** Does this layer, or one inside it, keep its state? */
export const isStateful = ({ call, nested }: Step): boolean =>
  call.traits.stateful === true || (nested !== undefined && stateful(nested));

/** Does a layer keep its state from one batch to the next? Such a model sees the samples in order, in batches of one size. */
export function stateful(plan: Plan): boolean {
  return plan.steps.some(isStateful);
}

/** The size of every batch, where an input of the model fixes it; null where any size will do. */
export function fixedBatch({ steps }: Pick<Plan, 'steps'>): number | null {
  for (const { inputs, call } of steps) {
    const size = inputs.length === 0 ? call.args['batchSize'] : null;
    if (typeof size === 'number') return size;
  }
  return null;
}
