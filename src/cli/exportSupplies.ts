import type { ExportSupplies, ExportedModel } from '../exporters/exporter';
import { builtInHere } from './builtInHere';
import { exportedWeights, missingAdvice } from './exportedWeights';
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
      const advice = weights === null ? missingAdvice(plan) : null;
      if (advice !== null) console.error(advice);
      return weights;
    },
    // Only the page has answered for a sample.
    sample: async () => null,
    data: () => builtInHere(document.training.dataset),
    sources: async () => projectSources(),
  };
}
