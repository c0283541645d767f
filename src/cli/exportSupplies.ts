import type { ExportSupplies, ExportedModel } from '../exporters/exporter';
import { saveModel } from '../formats/saved/saveModel';
import type { WeightTensors } from '../formats/weights/weightTensors';
import { builtInHere } from './builtInHere';
import { exportedWeights, freshAdvice, missingAdvice } from './exportedWeights';
import { projectSources } from './projectSources';

/** What an export takes along on this machine; `path`: the file of the weights, `byOrder` accepts their order. The supplies reject with `CommandError`. */
export function exportSupplies(
  { document, plan }: ExportedModel,
  path: string | null,
  byOrder: boolean,
): ExportSupplies {
  let found: Promise<WeightTensors | null> | null = null;
  const weights = async () => {
    const read = await exportedWeights(plan, document.training.seed, path, byOrder);
    // A file has what somebody trained; what lies here is only the pretrained part.
    const advice = read === null ? missingAdvice(plan) : path === null ? freshAdvice(plan) : null;
    if (advice !== null) console.error(advice);
    return read;
  };
  const known = () => (found ??= weights());
  return {
    weights: known,
    async kerasWeights() {
      const read = (await known()) ?? {};
      const file = await saveModel({ plan, weights: read, document: null }, 'weights');
      return new Uint8Array(await file.arrayBuffer());
    },
    // Only the page has answered for a sample.
    sample: async () => null,
    data: () => builtInHere(document.training.dataset),
    sources: async () => projectSources(),
  };
}
