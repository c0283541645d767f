import type { ExportSupplies, ExportedModel } from '../../exporters/exporter';
import { saveModel } from '../../formats/saved/saveModel';
import type { WeightTensors } from '../../formats/weights/weightTensors';
import { builtInHere } from '../builtInHere';
import { exportedWeights, freshAdvice, missingAdvice } from './exportedWeights';
import { imagenetClassesHere } from '../imagenetClassesHere';
import { projectSources } from '../projectSources';
import type { Source } from '../source';
import { filesAt } from '../weightPath';

/** What an export takes along on this machine; `path`: the file of the weights, `byOrder` accepts their order. The supplies reject with `CommandError`. */
export function exportSupplies(
  { document, plan, weights: own }: ExportedModel & Pick<Source, 'weights'>,
  path: string | null,
  byOrder: boolean,
): ExportSupplies {
  let found: Promise<WeightTensors | null> | null = null;
  const weights = async () => {
    const files = path === null ? (own ?? null) : await filesAt(path);
    const from = files === null ? null : { name: path ?? files[0]!.name, files };
    const read = await exportedWeights(plan, document.training.seed, from, byOrder);
    // A file has what somebody trained; what lies here is only the pretrained part.
    const advice = read === null ? missingAdvice(plan) : from === null ? freshAdvice(plan) : null;
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
    imagenetClasses: async () => imagenetClassesHere(),
    sources: async () => projectSources(),
  };
}
