import { choice, integer } from './fields';
import { nearestName } from './nearestName';
import { ShapeError } from './shape';
import { layerName, layerNames, shownWith } from './textFields';

/** Which layers of a model inside the model are trained: all, none, from one on, so many at the end, or these. */
export interface LayerSelection {
  readonly trainableLayers: 'all' | 'none' | 'from' | 'last' | 'named';
  /** With `from`: the first layer that is trained; empty for the very first. */
  readonly trainableFrom: string;
  /** With `last`: how many, counted like `model.layers[-n:]`, layers without weights too. */
  readonly trainableLast: number;
  /** With `named`: just these. */
  readonly trainableNames: readonly string[];
}

/** The parameters that make a selection; what does not belong to the chosen kind is hidden. */
export const selectionFields = {
  trainableLayers: choice(['all', 'none', 'from', 'last', 'named'], 'all'),
  trainableFrom: shownWith(layerName(), 'trainableLayers', 'from'),
  trainableLast: shownWith(integer(1), 'trainableLayers', 'last'),
  trainableNames: shownWith(layerNames(), 'trainableLayers', 'named'),
};

/**
 * Names of the layers that the selection trains; `names` are all of them in the model's order.
 * Throws `ShapeError('unknownLayer')` for a name that is not among them.
 */
export function trainedLayers(selection: LayerSelection, names: readonly string[]): ReadonlySet<string> {
  const known = (param: 'trainableFrom' | 'trainableNames', layer: string) => {
    if (names.includes(layer)) return layer;
    throw new ShapeError('unknownLayer', { param, layer, nearest: nearestName(layer, names) });
  };
  switch (selection.trainableLayers) {
    case 'all':
      return new Set(names);
    case 'none':
      return new Set();
    case 'last':
      return new Set(names.slice(-selection.trainableLast));
    case 'named':
      return new Set(selection.trainableNames.map((name) => known('trainableNames', name)));
    case 'from': {
      const from = selection.trainableFrom;
      return new Set(from === '' ? names : names.slice(names.indexOf(known('trainableFrom', from))));
    }
  }
}

/** Arguments without the selection: it changes no weight's shape and nothing that is computed. */
export function withoutSelection<A>(args: Readonly<Record<string, A>>): Readonly<Record<string, A>> {
  return Object.fromEntries(Object.entries(args).filter(([name]) => !name.startsWith('trainable')));
}
