import { io, tensor, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { loadLayersModel } from '@tensorflow/tfjs-layers';
import type { Plan } from '../../../src/compile/plan';
import type { WeightTensors } from '../../../src/formats/weights/weightTensors';
import { selectBackend } from '../../../src/engine/backend/backend';
import { buildModel, disposeModel } from '../../../src/engine/model/model';
import { setWeights } from '../../../src/engine/model/trainableModel';

export interface GivenInput {
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

const listOf = (value: Tensor | Tensor[]) => (Array.isArray(value) ? value : [value]);

type Answers = (inputs: Tensor | Tensor[]) => Tensor | Tensor[];

function answers(apply: Answers, inputs: readonly GivenInput[]): Float32Array[] {
  return tidy(() => {
    const given = inputs.map(({ shape, values }) => tensor(values, [...shape], 'float32'));
    const outputs = listOf(apply(given.length === 1 ? given[0]! : given));
    return outputs.map((output) => Float32Array.from(output.dataSync()));
  });
}

/** What the engine's model says on the cpu. */
export async function predictions(
  plan: Plan,
  weights: WeightTensors,
  inputs: readonly GivenInput[],
): Promise<readonly Float32Array[]> {
  await selectBackend('cpu', null);
  const built = buildModel(plan);
  setWeights(built, weights as Parameters<typeof setWeights>[1]);
  const outputs = answers((given) => built.model.apply(given) as Tensor | Tensor[], inputs);
  disposeModel(built);
  return outputs;
}

/** What TensorFlow.js's own `loadLayersModel` makes of a saved `model.json`. */
export async function tfjsPredictions(
  json: io.ModelJSON,
  weightData: ArrayBuffer,
  inputs: readonly GivenInput[],
): Promise<readonly Float32Array[]> {
  await selectBackend('cpu', null);
  const weightSpecs = json.weightsManifest.flatMap(({ weights }) => weights);
  const model = await loadLayersModel(io.fromMemory({ modelTopology: json.modelTopology, weightSpecs, weightData }));
  const outputs = answers((given) => model.apply(given) as Tensor | Tensor[], inputs);
  model.dispose();
  return outputs;
}
