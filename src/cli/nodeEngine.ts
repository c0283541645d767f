import type { Plan } from '../compile/plan';
import { memoryCheckpoints } from '../engine/checkpoints';
import { errorOf } from '../engine/failure';
import type { BackendInfo, BackendName, EngineError, Picture, Preparation } from '../engine/protocol';
import { EngineSession } from '../engine/session';
import type { WasmFiles } from '../engine/backend';
import type { NamedBlob } from '../formats/weights/weightFile';

/** One model with its weights, and what it is asked. */
export interface Job {
  readonly plan: Plan;
  readonly files: readonly NamedBlob[];
  readonly pictures: readonly Picture[];
  readonly preparation: Preparation;
  readonly backend: BackendName | 'auto';
  readonly wasmFiles: WasmFiles;
}

/** What the model's first output says of each picture, by picture. */
export interface Said {
  readonly backend: BackendInfo;
  readonly outputs: readonly Float32Array[];
}

/** Runs a job in this process; trouble comes back as data, because the engine is a bundle of its own. */
export async function answers(job: Job): Promise<{ readonly said: Said } | { readonly error: EngineError }> {
  const session = new EngineSession({
    wasmFiles: job.wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: () => Promise.reject(new Error('The command line has no datasets.')),
    emit: () => undefined,
  });
  try {
    const backend = await session.handle({ type: 'backend', force: job.backend });
    await session.handle({ type: 'load', plan: job.plan, project: '', seed: 0, weights: null });
    await session.handle({ type: 'importWeights', files: job.files });
    const outputs: Float32Array[] = [];
    for (const sample of job.pictures) {
      const { preparation } = job;
      const said = await session.handle({ type: 'predict', sample, layers: [], preparation });
      outputs.push(said.outputs[0]!.values);
    }
    return { said: { backend, outputs } };
  } catch (error) {
    return { error: errorOf(error) };
  }
}
