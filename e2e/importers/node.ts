import { tensor } from '@tensorflow/tfjs-core';
import { selectBackend } from '../../src/engine/backend/backend';
import type { LayersModel } from '../../src/engine/layers/tfjsLayers';
import { buildModel, disposeModel } from '../../src/engine/model/model';
import { setWeights } from '../../src/engine/model/trainableModel';
import type { Plan } from '../../src/compile/plan';
import type { WeightTensors } from '../../src/formats/weights/weightTensors';

/** Values for one input of a model, with the batch axis in front. */
export interface InputValues {
  readonly shape: readonly number[];
  readonly values: readonly number[];
}

/** What the engine says on tfjs's cpu backend with our kernels: the values of all outputs, by output. */
export async function predicted(
  plan: Plan,
  weights: WeightTensors,
  inputs: readonly InputValues[],
): Promise<number[][]> {
  await selectBackend('cpu', null);
  const built = buildModel(plan);
  setWeights(built, weights as Parameters<typeof setWeights>[1]);
  const given = inputs.map(({ shape, values }) => tensor([...values], [...shape]));
  const said = (built.model as LayersModel).apply(given.length === 1 ? given[0]! : given, { training: false });
  const values: number[][] = [];
  for (const output of [said].flat() as ReturnType<typeof tensor>[]) values.push([...(await output.data())]);
  disposeModel(built);
  return values;
}
