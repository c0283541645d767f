import { shapesText } from './layerGraph';
import type { ModelLayer } from './modelLayers';
import type { Pairing } from './pairings';

/**
 * Layers that were found by their place alone, although the file has others of the same shapes: `groupOf` says which could
 * have been taken for each other.
 */
export function undecided(pairing: Pairing, groupOf: (layer: ModelLayer) => string): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>();
  for (const layer of pairing.keys()) {
    const key = `${groupOf(layer)} ${shapesText(layer.weights.map(({ shape }) => shape))}`;
    const group = groups.get(key);
    if (group) group.push(layer.path);
    else groups.set(key, [layer.path]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}
