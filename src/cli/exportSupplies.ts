import type { ExportSupplies, ExportedModel } from '../exporters/exporter';
import { builtInHere } from './builtInHere';
import { exportedWeights, freshAdvice, missingAdvice } from './exportedWeights';
import { projectSources } from './projectSources';

/** What an export takes along on this machine; `path`: the file of the weights, `byOrder` accepts their order. The supplies reject with `CommandError`. */
export function exportSupplies(
  { document, plan }: ExportedModel,
  path: string | null,
  byOrder: boolean,
): ExportSupplies {
  return {
    async weights() {
      const weights = await exportedWeights(plan, document.training.seed, path, byOrder);
      // A file has what somebody trained; what lies here is only the pretrained part.
      const advice = weights === null ? missingAdvice(plan) : path === null ? freshAdvice(plan) : null;
      if (advice !== null) console.error(advice);
      return weights;
    },
    // Only the page has answered for a sample.
    sample: async () => null,
    data: () => builtInHere(document.training.dataset),
    sources: async () => projectSources(),
  };
}
