import type { Plan } from '../../src/compile/plan';
import type { Dataset } from '../../src/data/dataset';
import type { Training } from '../../src/document/training';
import { memoryCheckpoints } from '../../src/engine/checkpoints/checkpoints';
import type { BackendName } from '../../src/engine/protocol/backendInfo';
import { testSession } from '../../src/engine/testSession';
import { digitsWeightFile } from '../fixtures/digitsWeights';
import { type Scores, scoresOf } from '../../src/runtime/scores';

/** What the page's engine makes of a document on a backend: the weights that it starts from, and the scores of every epoch. */
export async function pageRun(plan: Plan, training: Training, dataset: Dataset, force: BackendName = 'wasm') {
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    weightFile: digitsWeightFile,
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force });
  await engine.load(plan, { seed: training.seed });
  const start = await engine.handle<'weights'>({ type: 'weights' });
  const { epochs } = await engine.handle({ type: 'train', training, resume: false });
  return { start, epochs: epochs.map(scoresOf) };
}

/** The scores of every epoch. */
export async function pageCurve(plan: Plan, training: Training, dataset: Dataset): Promise<readonly Scores[]> {
  return (await pageRun(plan, training, dataset)).epochs;
}
