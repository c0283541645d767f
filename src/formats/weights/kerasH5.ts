import type { Hdf5File } from './hdf5File';
import type { LayerConfig } from './kerasConfig';
import { layersByConfig, layersByPath, manyLayers } from './layersByName';
import type { FileLayer } from './weightFile';

/**
 * Layers of the legacy layout (Keras 1, 2 and `.h5` of 3): a list `layer_names`, a group per layer with a list
 * `weight_names`. A model inside a model is one group with the weights of all its layers, the trainable ones first.
 * `base` is the path of the group that has the layers.
 */
export function kerasH5Layers(
  file: Hdf5File,
  base: '' | 'model_weights',
  configs: readonly LayerConfig[] | null,
): readonly FileLayer[] {
  const known = new Map((configs ?? []).map((config) => [config.name, config]));
  const under = base === '' ? '' : `${base}/`;
  return (file.texts(base, 'layer_names') ?? []).flatMap((name): readonly FileLayer[] => {
    const names = file.texts(`${under}${name}`, 'weight_names') ?? [];
    const tensors = names.map((weight) => file.tensor(`${under}${name}/${weight}`, weight));
    if (tensors.length === 0) return [];
    const config = known.get(name);
    if (config?.layers) return [{ name, tensors: [], layers: layersByConfig(tensors, config.layers) }];
    if (!config && manyLayers(tensors)) return [{ name, tensors: [], layers: layersByPath(tensors) }];
    return [{ name, tensors, layers: [] }];
  });
}
