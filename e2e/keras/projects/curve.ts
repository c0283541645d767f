import '@tensorflow/tfjs-layers';
import type { Plan } from '../../../src/compile/plan';
import type { Dataset } from '../../../src/data/dataset';
import type { Training } from '../../../src/document/training';
import type { WasmFiles } from '../../../src/engine/backend/wasmFiles';
import { memoryCheckpoints } from '../../../src/engine/checkpoints/checkpoints';
import type { EpochMetrics } from '../../../src/engine/protocol/curves';
import { EngineSession } from '../../../src/engine/session';
import { digitsWeightFile } from '../../fixtures/digitsWeights';
import type { WeightTensors } from '../../../src/formats/weights/weightTensors';

interface Asked {
  readonly plan: Plan;
  readonly training: Training;
  readonly dataset: Dataset;
  readonly wasmFiles: WasmFiles;
}

/** The weights that the engine's training starts from, and its epochs. */
export async function curveOf({ plan, training, dataset, wasmFiles }: Asked): Promise<{
  readonly start: WeightTensors;
  readonly epochs: readonly EpochMetrics[];
}> {
  const engine = new EngineSession({
    wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: async () => dataset,
    weightFile: digitsWeightFile,
    emit: () => undefined,
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  const about = { project: 'p', plan, seed: training.seed };
  const start = await engine.handle({ type: 'weights', about });
  const run = await engine.handle({ type: 'train', about, training, resume: false });
  return { start, epochs: run.epochs };
}
