import { layerNames } from '../compile/layerNames';
import type { Plan } from '../compile/plan';

/** Weight tensors by `layer/weight`, as the engine gives them. */
export type WeightTensors = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array }>
>;

/** One tensor in `weights.bin`; `offset` in bytes. `layer` is the path of layer names, a nested model's before its layer's. */
export interface WeightEntry {
  readonly layer: readonly string[];
  readonly name: string;
  readonly shape: readonly number[];
  readonly offset: number;
}

/** The weights do not fit the model: they belong to an older state of it. */
export class WeightsMismatch extends Error {
  override readonly name = 'WeightsMismatch';
}

/** All weights of a plan in Keras's order: path of layer names, weight name, shape, and the key in `WeightTensors`. */
function wanted(
  plan: Plan,
  path: readonly string[] = [],
  prefix = '',
): (Omit<WeightEntry, 'offset'> & { key: string })[] {
  const names = layerNames(plan.steps);
  return plan.steps.flatMap((step) => {
    const layer = [...path, names.get(step.name)!];
    if (step.nested) return wanted(step.nested, layer, `${prefix}${step.name}/`);
    return step.weights.map(({ name, shape }) => ({ layer, name, shape, key: `${prefix}${step.name}/${name}` }));
  });
}

/** Do these weights belong to this plan: the same tensors with the same shapes? */
export function weightsFit(plan: Plan, weights: WeightTensors): boolean {
  const entries = wanted(plan);
  const fitting = entries.every(({ key, shape }) => weights[key]?.shape.join() === shape.join());
  return fitting && entries.length === Object.keys(weights).length;
}

/**
 * `weights.json` and `weights.bin`: name, shape and offset of each tensor, and all tensors as little-endian float32
 * one after the other. Throws `WeightsMismatch`.
 */
export function weightsFiles(
  plan: Plan,
  weights: WeightTensors,
): { manifest: string; binary: Uint8Array<ArrayBuffer> } {
  if (!weightsFit(plan, weights)) throw new WeightsMismatch(`The weights do not fit "${plan.title}".`);
  const entries: WeightEntry[] = [];
  let size = 0;
  for (const { key, ...entry } of wanted(plan)) {
    entries.push({ ...entry, offset: size });
    size += weights[key]!.values.length * 4;
  }
  const binary = new Uint8Array(size);
  const view = new DataView(binary.buffer);
  let at = 0;
  for (const { key } of wanted(plan)) {
    for (const value of weights[key]!.values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  const manifest = { format: 'deepbrick-weights', version: 1, weights: entries };
  return { manifest: `${JSON.stringify(manifest, null, 2)}\n`, binary };
}
