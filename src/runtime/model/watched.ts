import type { NamedArgument } from '../../brick/namedArgument';
import type { LayersModel, layers } from '../../engine/layers/tfjsLayers';
import { layersOf } from './layersOf';
import type { Settings } from '../settings';

/** A layer whose outputs cost. */
export interface Watched {
  readonly layer: layers.Layer;
  readonly regularizer: NamedArgument;
}

/** Layers whose outputs cost, as the settings say. Throws where the model lacks one. */
export function watchedIn(
  model: LayersModel,
  { activityRegularizers }: Pick<Settings, 'activityRegularizers'>,
): readonly Watched[] {
  const placed = new Map(layersOf(model).map(({ path, layer }) => [path, layer]));
  return Object.entries(activityRegularizers).map(([path, settings]) => {
    const layer = placed.get(path);
    if (layer === undefined) throw new Error(`settings.activityRegularizers names ${path}, which the model lacks.`);
    return { layer, regularizer: { role: 'regularizer', name: 'l1l2', settings } };
  });
}
