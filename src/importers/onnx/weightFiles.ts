import { type Plan, type Step, ownWeights } from '../../compile/plan';
import { savedFiles } from '../../formats/saved/savedFiles';
import { blobInPieces } from './blobInPieces';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import type { LayerNumbers } from '../onnxLayers';
import type { Weight } from './conversion';

/** A weight of a layer inside a backbone, `block1_conv1/kernel`: that layer is a draft of its own. */
function weightInside(
  name: string,
  { weights }: Step,
  found: ReadonlyMap<string, readonly Weight[]>,
): Weight | undefined {
  const layer = name.split('/').slice(0, -1).join('/');
  const own = weights.filter((each) => each.name.split('/').slice(0, -1).join('/') === layer);
  return layer === '' ? undefined : found.get(layer)?.[own.findIndex((each) => each.name === name)];
}

/** The weights of the layers as `model.json` with its shards; null where there are none. Throws `WeightsMismatch`. */
export async function weightFiles(plan: Plan, drafts: readonly LayerNumbers[]): Promise<readonly NamedBlob[] | null> {
  const found = new Map(drafts.map((draft) => [draft.name, draft.weights]));
  const weights: WeightTensors = Object.fromEntries(
    plan.steps.flatMap((step) =>
      ownWeights(step).flatMap(({ name }, at) => {
        const weight = found.get(step.name)?.[at] ?? weightInside(name, step, found);
        return weight === undefined ? [] : [[`${step.name}/${name}`, weight] as const];
      }),
    ),
  );
  if (Object.keys(weights).length === 0) return null;
  const files = await savedFiles({ plan, weights, document: null });
  const made: NamedBlob[] = [];
  for (const [name, content] of Object.entries(files)) {
    made.push({ name, blob: typeof content === 'string' ? new Blob([content]) : await blobInPieces(content) });
  }
  return made;
}
