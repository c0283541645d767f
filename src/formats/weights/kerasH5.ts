import type { Hdf5File } from './hdf5File';
import type { LayerConfig } from './kerasConfig';
import { layersByConfig, layersByPath, manyLayers } from './layersByName';
import type { FileLayer, Outline } from './weightFile';

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

/** The layers of a file of weights alone, with those that have none: the legacy layout lists them in the model's order. */
export function kerasH5Outline(file: Hdf5File, layers: readonly FileLayer[]): Outline {
  const stored = new Map(layers.map((layer) => [layer.name, layer]));
  const outlined = (file.texts('', 'layer_names') ?? []).map((name) => {
    const { tensors = [], layers: inside = [] } = stored.get(name) ?? {};
    return {
      name,
      tensors: tensors.map((tensor) => ({ name: tensor.name, shape: tensor.shape })),
      isModel: inside.length > 0,
    };
  });
  return { layers: outlined, inOrder: true };
}
