import '@tensorflow/tfjs-layers';
import type { Plan } from '../../../src/compile/plan';
import type { Dataset } from '../../../src/data/dataset';
import type { Training } from '../../../src/document/training';
import type { WasmFiles } from '../../../src/engine/backend/wasmFiles';
import { memoryCheckpoints } from '../../../src/engine/checkpoints/checkpoints';
import type { Run } from '../../../src/engine/protocol/run';
import type { WeightData } from '../../../src/engine/protocol/weights';
import { EngineSession } from '../../../src/engine/session';
import type { WeightTensors } from '../../../src/formats/weights/weightTensors';
import type { NamedBlob } from '../../../src/formats/weights/weightFile';

/** What the engine works with in this process. */
export interface Given {
  readonly plan: Plan;
  readonly training: Training;
  readonly wasmFiles: WasmFiles;
}

async function engineFor({ wasmFiles }: Given, dataset: Dataset | null, files: readonly NamedBlob[] | null) {
  const engine = new EngineSession({
    wasmFiles,
    checkpoints: memoryCheckpoints(),
    dataset: () => (dataset ? Promise.resolve(dataset) : Promise.reject(new Error('There is no dataset.'))),
    weightFile: async () => files,
    emit: (event) => {
      const last = event.type === 'epochs' ? event.epochs.at(-1) : undefined;
      if (!last) return;
      const { epoch, loss, validationLoss, validationAccuracy, seconds } = last;
      const numbers = [loss, validationLoss, validationAccuracy].map((value) => value?.toFixed(4)).join(', ');
      console.log(`epoch ${epoch}: loss, validation loss, validation accuracy ${numbers}; ${seconds.toFixed(1)} s`);
    },
  });
  await engine.handle({ type: 'backend', force: 'wasm' });
  return engine;
}

/** The model trained as the document says, its backbone from these files. */
export async function trained(
  given: Given,
  dataset: Dataset,
  files: readonly NamedBlob[],
): Promise<{ run: Run; weights: WeightTensors }> {
  const engine = await engineFor(given, dataset, files);
  const about = { project: 'p', plan: given.plan, seed: given.training.seed };
  const run = await engine.handle({ type: 'train', about, training: given.training, resume: false });
  return { run, weights: await engine.handle({ type: 'weights', about }) };
}

/** What the model says of pictures, 0 … 255, one number each. */
export async function predicted(given: Given, weights: WeightTensors, pixels: Uint8Array): Promise<Float32Array> {
  const { plan, training } = given;
  const engine = await engineFor(given, null, null);
  const about = { project: 'p', plan, seed: 0 };
  await engine.handle({ type: 'load', about, weights: weights as WeightData });
  const [height, width, channels] = plan.steps.find(({ name }) => name === plan.inputs[0])!.shape as number[];
  const cells = height! * width! * channels!;
  const samples = Array.from({ length: pixels.length / cells }, (_, index) => ({
    width: width!,
    height: height!,
    channels: channels!,
    values: Float32Array.from(pixels.subarray(index * cells, (index + 1) * cells)),
  }));
  const { preprocessing, interpolation } = training;
  const answers = await engine.handle({
    type: 'predictMany',
    about,
    samples,
    preparation: { preprocessing, interpolation },
  });
  return Float32Array.from(answers, ([output]) => output![0]!);
}
