import type { Plan } from '../../src/compile/plan';
import type { Dataset } from '../../src/data/dataset';
import type { Training } from '../../src/document/training';
import { memoryCheckpoints } from '../../src/engine/checkpoints/checkpoints';
import { testSession } from '../../src/engine/testSession';
import { type Scores, scoresOf } from '../../src/runtime/scores';

/** What the page's engine makes of a document on wasm: the scores of every epoch. */
export async function pageCurve(plan: Plan, training: Training, dataset: Dataset): Promise<readonly Scores[]> {
  const engine = testSession({
    wasmFiles: null,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  await engine.load(plan, { seed: training.seed });
  const { epochs } = await engine.handle({ type: 'train', training, resume: false });
  return epochs.map(scoresOf);
}
