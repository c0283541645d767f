import { layerNames } from '../../../compile/layerNames';
import { thawed } from '../../../compile/nested/thawed';
import type { Plan } from '../../../compile/plan';

/** What `--fine-tune` trains: layers of a backbone, or frozen layers of the model itself; both by their names in the project. */
export interface FineTuning {
  readonly backbone: string | null;
  readonly layers: readonly string[];
}

export function fineTuning(plan: Plan): FineTuning {
  const { backbone, layers } = thawed(plan);
  const names = layerNames(backbone?.nested.steps ?? plan.steps);
  return {
    backbone: backbone && layerNames(plan.steps).get(backbone.name)!,
    layers: layers.map(({ name }) => names.get(name)!),
  };
}
