import type { Plan } from '../../../compile/plan';
import type { FileLayer, FileTensor } from '../../../formats/weights/weightFile';
import { wantedTensors } from '../../../formats/weights/weightTensors';
import type { WeightPair } from '../../../pretrained/matching/match';

/** Where in a file the weights of a model are: by key their shape, and the path of the tensor. */
export type TensorPlaces = Readonly<Record<string, { readonly shape: readonly number[]; readonly from: string }>>;

/** The tensors of a file with their paths in it; of two with one path neither. */
function tensorsByPath(layers: readonly FileLayer[], above = ''): ReadonlyMap<string, FileTensor | null> {
  const found = new Map<string, FileTensor | null>();
  const add = (path: string, tensor: FileTensor | null) => found.set(path, found.has(path) ? null : tensor);
  for (const layer of layers) {
    const path = `${above}${layer.name}/`;
    for (const tensor of layer.tensors) add(path + tensor.name, tensor);
    for (const [inside, tensor] of tensorsByPath(layer.layers, path)) add(inside, tensor);
  }
  return found;
}

/** Where those weights are that a file was found to have. */
export function tensorPlaces(pairs: readonly WeightPair[], layers: readonly FileLayer[]): TensorPlaces {
  const paths = new Map([...tensorsByPath(layers)].map(([path, tensor]) => [tensor, path]));
  return Object.fromEntries(
    pairs.flatMap(({ key, tensor }) => {
      const from = paths.get(tensor);
      return from === undefined ? [] : [[key, { shape: tensor.shape, from }] as const];
    }),
  );
}

/** Keys of the weights that a model shares with one that a file was put into, by names and shapes. */
export function sharedKeys(plan: Plan, places: TensorPlaces): readonly string[] {
  return wantedTensors(plan).flatMap(({ key, shape }) =>
    Object.hasOwn(places, key) && places[key]!.shape.join() === shape.join() ? [key] : [],
  );
}

/** The weights of a changed model that are still in the file; the others begin anew. */
export function sharedPairs(plan: Plan, places: TensorPlaces, layers: readonly FileLayer[]): readonly WeightPair[] {
  const tensors = tensorsByPath(layers);
  return sharedKeys(plan, places).flatMap((key) => {
    const tensor = tensors.get(places[key]!.from);
    return tensor?.shape.join() === places[key]!.shape.join() ? [{ key, tensor }] : [];
  });
}
