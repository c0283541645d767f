import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';

/** Weight tensors by `layer/weight`, as the engine gives them. */
export type WeightTensors = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
>;

/** One tensor of a plan. `layer` is the path of layer names, a nested model's before its layer's. */
export interface WeightEntry {
  readonly layer: readonly string[];
  readonly name: string;
  readonly shape: readonly number[];
}

/** The weights do not fit the model: they belong to an older state of it. */
export class WeightsMismatch extends Error {
  override readonly name = 'WeightsMismatch';
}

/** All weights of a plan in Keras's order: path of layer names, weight name, shape, and the key in `WeightTensors`. */
export function wantedTensors(
  plan: Plan,
  path: readonly string[] = [],
  prefix = '',
): (WeightEntry & { key: string })[] {
  const names = layerNames(plan.steps);
  return plan.steps.flatMap((step) => {
    const layer = [...path, names.get(step.name)!];
    if (step.sharesWith !== undefined) return [];
    if (step.nested) return wantedTensors(step.nested, layer, `${prefix}${step.name}/`);
    return step.weights.map(({ name, shape }) => ({ layer, name, shape, key: `${prefix}${step.name}/${name}` }));
  });
}

/** Do these weights belong to this plan: the same tensors with the same shapes? */
export function weightsFit(plan: Plan, weights: WeightTensors): boolean {
  const entries = wantedTensors(plan);
  const fitting = entries.every(({ key, shape }) => weights[key]?.shape.join() === shape.join());
  return fitting && entries.length === Object.keys(weights).length;
}
