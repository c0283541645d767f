import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuiltWeight, setWeights } from '../../engine/model/trainableModel';
import type { Adopted } from '../model/adopted';
import { type NamedTensor, readJson, readTensors, writeTensors } from './tensorFiles';

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

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Placed = Adopted['weights'][number];

/**
 * What a file may call a weight: by its layer, with the models around it where that is not clear, and with `_layer` behind a
 * name that Keras needs itself. Halves of a Bidirectional have their layer's class in the file, which is left out here.
 */
function calledIn({ place }: Placed): readonly string[] {
  const found = /^((?:.*\/)?)([^/]+)\/((?:forward|backward)\/)?([^/]+)$/.exec(place)!;
  const [, above, layer, half = '', name] = found;
  const own = `${half}${snakeCase(name!)}`;
  return [`${above}${layer}/${own}`, `${layer}/${own}`, `${layer}_layer/${own}`];
}

const plainName = (name: string) => name.replace(/\/(forward|backward)_\w+\//, '/$1/');

/** Each of these names with its weight; null where one has none, or a weight has no name. */
function paired(names: readonly string[], weights: readonly Placed[]): ReadonlyMap<string, Placed> | null {
  const byName = new Map(names.map((name) => [plainName(name), name]));
  const pairs = new Map<string, Placed>();
  for (const weight of weights) {
    const name = calledIn(weight)
      .map((call) => byName.get(call))
      .find((found) => found !== undefined && !pairs.has(found));
    if (name === undefined) return null;
    pairs.set(name, weight);
  }
  return pairs.size === names.length ? pairs : null;
}

/** Puts the weights of a folder into the model. Throws where they are another model's. */
export function loadWeights(model: Adopted, folder: string): void {
  const tensors = readTensors(join(folder, 'model.json'));
  const pairs = paired(
    tensors.map(({ name }) => name),
    model.weights,
  );
  if (pairs === null) throw new Error(`The weights in ${folder} are another model's: start anew with --fresh.`);
  const entries = tensors.map(({ name, shape, values }) => [pairs.get(name)!.key, { shape, values }] as const);
  setWeights(model, Object.fromEntries(entries) as Parameters<typeof setWeights>[1]);
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
