import type { Plan } from '../../compile/plan';
import { flatPlan } from '../../compile/frozen/flatPlan';
import type { WeightData } from '../protocol/weights';

/** Does a model of this plan find each of its weights there, in its shape? */
export function hasAllWeights(plan: Plan, data: WeightData): boolean {
  return flatPlan(plan).steps.every(({ path, step, sharesWith }) =>
    (sharesWith === null ? step.weights : []).every(({ name, shape }) => {
      const key = `${path}/${name}`;
      return Object.hasOwn(data, key) && data[key]!.shape.join() === shape.join();
    }),
  );
}
