import type { LayersModel } from '../../engine/layers/tfjsLayers';
import type { Settings } from '../settings';

/** Trains of the backbone the layers of the second phase only; the head keeps what it has learned. Throws where there is no backbone. */
export function fineTune(model: LayersModel, { fineTuned }: Pick<Settings, 'fineTuned'>): LayersModel {
  if (fineTuned === null) throw new Error('The model has no backbone that could be fine-tuned.');
  const backbone: unknown = model.getLayer(fineTuned.backbone);
  const inner = backbone as LayersModel;
  inner.trainable = true;
  for (const layer of inner.layers) layer.trainable = fineTuned.layers.includes(layer.name);
  return model;
}
