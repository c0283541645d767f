import type { FileLayer, FileTensor } from '../../formats/weights/weightFile';

/** A layer of a file that has tensors. */
export interface StoredLayer {
  readonly path: string;
  readonly name: string;
  readonly tensors: readonly FileTensor[];
}

/**
 * All layers of a file that have tensors, in its order. `whole` are names of the model's own layers: what a file keeps
 * inside such a layer (the cell of an LSTM, both halves of a Bidirectional) belongs to it. Any other layer that holds
 * tensors of several is a model, as the older layout stores a backbone, and is taken apart.
 */
export function storedLayers(layers: readonly FileLayer[], whole: ReadonlySet<string>, above = ''): StoredLayer[] {
  return layers.flatMap((layer): StoredLayer[] => {
    const path = above + layer.name;
    if (whole.has(layer.name)) return withTensors(path, layer.name, allTensors(layer));
    const owners = new Set(layer.tensors.map(ownerOf));
    const inside = storedLayers(layer.layers, whole, `${path}/`);
    if (owners.size < 2) return [...withTensors(path, layer.name, layer.tensors), ...inside];
    const parts = [...owners].flatMap((owner) => {
      const name = owner.split('/').at(-1)!;
      const tensors = layer.tensors.filter((tensor) => ownerOf(tensor) === owner);
      return withTensors(`${path}/${owner}`, name, tensors);
    });
    return [...parts, ...inside];
  });
}

const withTensors = (path: string, name: string, tensors: readonly FileTensor[]): StoredLayer[] =>
  tensors.length === 0 ? [] : [{ path, name, tensors }];

const allTensors = ({ tensors, layers }: FileLayer): FileTensor[] => [...tensors, ...layers.flatMap(allTensors)];

/** `block1_conv1` of `block1_conv1/kernel:0`. */
const ownerOf = ({ name }: FileTensor) => name.split('/').slice(0, -1).join('/');
