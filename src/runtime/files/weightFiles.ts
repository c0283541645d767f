import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuiltWeight } from '../../engine/model/trainableModel';
import type { Adopted } from '../model/adopted';
import { readJson, readTensors, writeTensors } from './tensorFiles';
import type { NamedTensor } from './tensors';
import { calledIn, paired, putTensors } from './weightNames';

/** The weights that came out of the editor; the test holds on to them. */
export const exportedWeights = resolve(import.meta.dirname, '../../../weights');
/** The weights of the last training here. */
export const trainedWeights = join(exportedWeights, 'trained');
/** What `model.json` says about the layers; without the weights. */
const architecture = join(exportedWeights, 'architecture.json');

export const hasWeights = (folder: string): boolean => existsSync(join(folder, 'model.json'));

/** Folder of the weights to go on with: those trained here, else those of the editor, else null. */
export function newestWeights(): string | null {
  return [trainedWeights, exportedWeights].find(hasWeights) ?? null;
}

/** Puts the weights of a folder into the model. Throws where they are another model's. */
export function loadWeights(model: Adopted, folder: string): void {
  if (putTensors(model, readTensors(join(folder, 'model.json')))) return;
  throw new Error(`The weights in ${folder} are another model's: start again with --fresh.`);
}

const valuesOf = async ({ variable }: BuiltWeight) => Float32Array.from(await variable.data());

/**
 * Writes `model.json` and `model.bin`, which TensorFlow.js, DeepBrick and Keras's converter open. Where `src/model.ts` has
 * become another model they hold the weights alone.
 */
export async function saveWeights(model: Adopted, folder: string): Promise<void> {
  const { weightsManifest, ...about } = existsSync(architecture) ? readJson(architecture) : { weightsManifest: [] };
  const announced = weightsManifest.flatMap(({ weights }) => weights.map(({ name }) => name));
  const pairs = paired(announced, model.weights);
  const named = pairs ?? new Map(model.weights.map((weight) => [calledIn(weight)[0]!, weight]));
  const tensors = await Promise.all(
    [...named].map(async ([name, weight]): Promise<NamedTensor> => {
      return { name, shape: weight.shape, values: await valuesOf(weight) };
    }),
  );
  writeTensors(folder, 'model', tensors, pairs === null ? { format: 'layers-model' } : about);
}
