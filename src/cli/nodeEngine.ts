import type { Plan, WeightsFrom } from '../compile/plan';
import { memoryCheckpoints } from '../engine/checkpoints/checkpoints';
import { engineTroubleOf } from '../engine/protocol/engineError';
import type { BackendInfo, BackendName } from '../engine/protocol/backendInfo';
import type { EngineTrouble } from '../engine/protocol/engineTrouble';
import type { Picture, Preparation } from '../engine/protocol/samples';
import type { WeightData } from '../engine/protocol/weights';
import { EngineSession } from '../engine/session';
import type { WasmFiles } from '../engine/backend/wasmFiles';
import type { OpenSaved } from '../formats/saved/readSavedModel';
import type { NamedBlob } from '../formats/weights/weightFile';

/** One model with its weights, and what it is asked. */
export interface Job {
  readonly plan: Plan;
  readonly files: readonly NamedBlob[];
  /** Weights are taken although only their order says whose they are. */
  readonly byOrder: boolean;
  readonly pictures: readonly Picture[];
  readonly preparation: Preparation;
  readonly backend: BackendName | 'auto';
  readonly wasmFiles: WasmFiles;
  readonly openSaved: OpenSaved;
}

/** What the model's first output says of each picture, by picture. */
export interface Said {
  readonly backend: BackendInfo;
  readonly outputs: readonly Float32Array[];
}

/** Runs a job in this process; trouble comes back as data, because the engine is a bundle of its own. */
export async function answers(job: Job): Promise<{ readonly said: Said } | { readonly error: EngineTrouble }> {
  const session = new EngineSession({
    wasmFiles: job.wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: () => Promise.reject(new Error('The command line has no datasets.')),
    openSaved: job.openSaved,
    emit: () => undefined,
  });
  try {
    const backend = await session.handle({ type: 'backend', force: job.backend });
    const about = { project: '', plan: job.plan, seed: 0 };
    await session.handle({ type: 'importWeights', about, files: job.files, byOrder: job.byOrder });
    const outputs: Float32Array[] = [];
    for (const sample of job.pictures) {
      const { preparation } = job;
      const said = await session.handle({ type: 'predict', about, sample, layers: [], preparation });
      outputs.push(said.outputs[0]!.values);
    }
    return { said: { backend, outputs } };
  } catch (error) {
    return { error: engineTroubleOf(error) };
  } finally {
    // The model of the next job must find the room that this one's took.
    session.free();
  }
}

/** A fresh model, and where its pretrained parts start. */
export interface Start {
  readonly plan: Plan;
  readonly seed: number;
  readonly wasmFiles: WasmFiles;
  readonly openSaved: OpenSaved;
  weightFile(from: WeightsFrom): Promise<readonly NamedBlob[] | null>;
}

/** All weights that training would begin with. */
export async function startingWeights(
  start: Start,
): Promise<{ readonly weights: WeightData } | { readonly error: EngineTrouble }> {
  const session = new EngineSession({
    wasmFiles: start.wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: () => Promise.reject(new Error('The command line has no datasets.')),
    weightFile: (from) => start.weightFile(from),
    openSaved: start.openSaved,
    emit: () => undefined,
  });
  try {
    await session.handle({ type: 'backend', force: 'cpu' });
    const about = { project: '', plan: start.plan, seed: start.seed };
    return { weights: await session.handle({ type: 'weights', about }) };
  } catch (error) {
    return { error: engineTroubleOf(error) };
  } finally {
    session.free();
  }
}
