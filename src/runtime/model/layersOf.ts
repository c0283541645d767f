import { LayersModel, type layers } from '../../engine/layers/tfjsLayers';

type Layer = layers.Layer;

/** A layer with the names of the models around it before its own: `vgg16/block1_conv1`. */
export interface PlacedLayer {
  readonly path: string;
  readonly layer: Layer;
  /** It and all models around it are trained. */
  readonly trained: boolean;
}

/** The model that a layer is, where it is one. */
export function innerModel(layer: Layer): LayersModel | null {
  return layer instanceof LayersModel ? layer : null;
}

/** All layers of a model, those of models inside it too. */
export function layersOf(model: LayersModel, above = '', trained = true): readonly PlacedLayer[] {
  return model.layers.flatMap((layer): readonly PlacedLayer[] => {
    const inner = innerModel(layer);
    const here = trained && layer.trainable;
    const path = above + layer.name;
    return inner === null ? [{ path, layer, trained: here }] : layersOf(inner, `${path}/`, here);
  });
}
