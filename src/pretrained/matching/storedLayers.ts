import type { FileLayer, FileTensor } from '../../formats/weights/weightFile';

/** A layer of a file that has tensors. */
export interface StoredLayer {
  readonly path: string;
  readonly name: string;
  /** How the file counts it, where it does; its name, too, where it is nameless. */
  readonly counted?: string;
  readonly nameless?: true;
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
    if (whole.has(layer.name)) return withTensors(path, layer, allTensors(layer));
    const owners = byOwner(layer.tensors);
    const inside = storedLayers(layer.layers, whole, `${path}/`);
    if (owners.size < 2) return [...withTensors(path, layer, layer.tensors), ...inside];
    const parts = [...owners].flatMap(([owner, tensors]) => {
      const name = owner.split('/').at(-1)!;
      return withTensors(`${path}/${owner}`, { name }, tensors);
    });
    return [...parts, ...inside];
  });
}

const withTensors = (
  path: string,
  { name, counted, nameless }: Pick<FileLayer, 'name' | 'counted' | 'nameless'>,
  tensors: readonly FileTensor[],
): StoredLayer[] =>
  tensors.length === 0
    ? []
    : [{ path, name, tensors, ...(counted === undefined ? {} : { counted }), ...(nameless ? { nameless } : {}) }];

const allTensors = ({ tensors, layers }: FileLayer): FileTensor[] => [...tensors, ...layers.flatMap(allTensors)];

/** `block1_conv1` of `block1_conv1/kernel:0`. */
const ownerOf = ({ name }: FileTensor) => name.split('/').slice(0, -1).join('/');

function byOwner(tensors: readonly FileTensor[]): ReadonlyMap<string, readonly FileTensor[]> {
  const owners = new Map<string, FileTensor[]>();
  for (const tensor of tensors) {
    const own = owners.get(ownerOf(tensor));
    if (own) own.push(tensor);
    else owners.set(ownerOf(tensor), [tensor]);
  }
  return owners;
}
