import type { Plan } from '../../compile/plan';
import type { Document } from '../../document/document';
import { fileText } from '../file';
import { type WeightTensors, wantedTensors } from '../weights/weightTensors';
import { savedLayers } from './planWeights';
import { tfjsArchitecture, tfjsFiles } from './tfjsModel';
import { untold } from './wrote';

export interface SavedModel {
  readonly plan: Plan;
  /** By `layer/weight`, as the engine gives them. */
  readonly weights: WeightTensors;
  /** Goes along, so that the page opens the model as it was; null leaves it out. */
  readonly document: Document | null;
}

/** `model.json` and its shards, as files beside each other. Throws `WeightsMismatch`, `KeptRefused`. */
export async function savedFiles(
  { plan, weights, document }: SavedModel,
  wrote = untold,
): ReturnType<typeof tfjsFiles> {
  return tfjsFiles(plan, savedLayers(plan, weights, 'tfjs'), document && fileText(document), wrote);
}

/** `model.json` of a model that has no weights yet: they are announced by name and shape. */
export function savedArchitecture(plan: Plan, document: Document): string {
  const empty = new Float32Array(0);
  const announced = wantedTensors(plan).map(({ key, shape }) => [key, { shape, values: empty }] as const);
  return tfjsArchitecture(plan, savedLayers(plan, Object.fromEntries(announced), 'tfjs'), fileText(document));
}
