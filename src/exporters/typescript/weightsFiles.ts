import type { Plan } from '../../compile/plan';
import {
  type WeightEntry,
  type WeightTensors,
  WeightsMismatch,
  wantedTensors,
  weightsFit,
} from '../../formats/weights/weightTensors';

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
  for (const { key, ...entry } of wantedTensors(plan)) {
    entries.push({ ...entry, offset: size });
    size += weights[key]!.values.length * 4;
  }
  const binary = new Uint8Array(size);
  const view = new DataView(binary.buffer);
  let at = 0;
  for (const { key } of wantedTensors(plan)) {
    for (const value of weights[key]!.values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  const manifest = { format: 'deepbrick-weights', version: 1, weights: entries };
  return { manifest: `${JSON.stringify(manifest, null, 2)}\n`, binary };
}
