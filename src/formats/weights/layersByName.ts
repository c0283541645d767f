import type { LayerConfig } from './kerasConfig';
import type { FileTensor, LayerOf } from './weightFile';

type Named = Pick<FileTensor, 'name'>;

/** Names that stand for a layer in the paths of its weights: its own, and those of layers inside it. */
function namesOf({ name, layers, wrapped }: LayerConfig): readonly string[] {
  const inner = wrapped ? namesOf(wrapped) : [];
  return [
    name,
    ...(layers ?? []).flatMap(namesOf),
    ...inner,
    ...inner.flatMap((word) => [`forward_${word}`, `backward_${word}`]),
  ];
}

const pathOf = (tensor: Named) => tensor.name.split('/').slice(0, -1);

/**
 * Sorts tensors named `conv1/kernel:0` or `backbone/conv1/kernel` into the layers of a configuration. What belongs to
 * none of them is sorted by its name alone.
 */
export function layersByConfig<T extends Named>(
  tensors: readonly T[],
  configs: readonly LayerConfig[],
): readonly LayerOf<T>[] {
  const own = new Map(configs.map((config) => [config.name, config]));
  const inside = new Map(configs.flatMap((config) => namesOf(config).map((name) => [name, config] as const)));
  const owned = new Map<LayerConfig, T[]>(configs.map((config) => [config, []]));
  const loose: T[] = [];
  for (const tensor of tensors) {
    const path = pathOf(tensor);
    const known = path.find((word) => own.has(word)) ?? path.find((word) => inside.has(word));
    const owner = known === undefined ? undefined : (own.get(known) ?? inside.get(known));
    (owner ? owned.get(owner)! : loose).push(tensor);
  }
  const layers = configs.flatMap((config): readonly LayerOf<T>[] => {
    const mine = owned.get(config)!;
    if (mine.length === 0) return [];
    if (config.layers) return [{ name: config.name, tensors: [], layers: layersByConfig(mine, config.layers) }];
    return [{ name: config.name, tensors: mine, layers: [] }];
  });
  return [...layers, ...layersByPath(loose)];
}

/** Sorts tensors into layers by their names alone: `conv1/kernel:0` is of `conv1`, `lstm/lstm_cell/kernel` of `lstm`. */
export function layersByPath<T extends Named>(tensors: readonly T[]): readonly LayerOf<T>[] {
  const layers = new Map<string, T[]>();
  for (const tensor of tensors) {
    const name = layerIn(pathOf(tensor));
    const own = layers.get(name);
    if (own) own.push(tensor);
    else layers.set(name, [tensor]);
  }
  return [...layers].map(([name, own]) => ({ name, tensors: own, layers: [] }));
}

/** Parts of a recurrent layer and of a Bidirectional are no layers of their own. */
const isPart = (word: string) => /(^|_)cell(_\d+)?$|^(forward|backward)_/.test(word);

function layerIn(path: readonly string[]): string {
  const part = path.findIndex(isPart);
  const layer = part > 0 ? path[part - 1] : part === 0 ? path[0] : path.at(-1);
  return layer ?? '';
}

/** Do these tensors of one group belong to several layers, as those of a model inside a model do? */
export function manyLayers(tensors: readonly Named[]): boolean {
  if (tensors.some((tensor) => pathOf(tensor).some(isPart))) return layersByPath(tensors).some(hasNoPart);
  return new Set(tensors.map((tensor) => pathOf(tensor).join('/'))).size > 1;
}

const hasNoPart = ({ tensors }: LayerOf<Named>) => !tensors.some((tensor) => pathOf(tensor).some(isPart));
