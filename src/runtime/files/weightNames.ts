import { setWeights } from '../../engine/model/trainableModel';
import type { Adopted } from '../model/adopted';
import type { NamedTensor } from './tensors';

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Placed = Adopted['weights'][number];

/**
 * What a file may call a weight: by its layer, with the models around it where that is not clear, and with `_layer` behind a
 * name that Keras needs itself. Halves of a Bidirectional have their layer's class in the file, which is left out here.
 */
export function calledIn({ place }: Placed): readonly string[] {
  const found = /^((?:.*\/)?)([^/]+)\/((?:forward|backward)\/)?([^/]+)$/.exec(place)!;
  const [, above, layer, half = '', name] = found;
  const own = `${half}${snakeCase(name!)}`;
  return [`${above}${layer}/${own}`, `${layer}/${own}`, `${layer}_layer/${own}`];
}

const plainName = (name: string) => name.replace(/\/(forward|backward)_\w+\//, '/$1/');

/** Each of these names with its weight; null where one has none, or a weight has no name. */
export function paired(names: readonly string[], weights: readonly Placed[]): ReadonlyMap<string, Placed> | null {
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

/** Puts the tensors of a file into the model; false, and nothing is changed, where they are another model's. */
export function putTensors(model: Adopted, tensors: readonly NamedTensor[]): boolean {
  const names = tensors.map(({ name }) => name);
  const pairs = paired(names, model.weights);
  if (pairs === null) return false;
  const entries = tensors.map(({ name, shape, values }) => [pairs.get(name)!.key, { shape, values }] as const);
  setWeights(model, Object.fromEntries(entries));
  return true;
}
