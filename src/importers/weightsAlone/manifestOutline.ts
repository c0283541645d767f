import type { Outline, OutlinedLayer } from '../../formats/weights/weightFile';
import { isList, member } from '../kerasGraph/json';
import type { Json } from '../kerasGraph/kerasGraph';

/** What the list of weights of a `model.json` without a topology says of the layers. */
export function manifestOutline(model: Json): Outline {
  const groups = member(model, 'weightsManifest');
  const layers = new Map<string, { name: string; shape: readonly number[] }[]>();
  for (const group of isList(groups) ? groups : []) {
    const weights = member(group, 'weights');
    for (const weight of isList(weights) ? weights : []) {
      const [name, shape] = [member(weight, 'name'), member(weight, 'shape')];
      if (typeof name !== 'string' || !isList(shape) || !shape.every((size) => typeof size === 'number')) continue;
      const layer = name.split('/').slice(0, -1).at(-1) ?? name;
      layers.set(layer, [...(layers.get(layer) ?? []), { name, shape: shape as readonly number[] }]);
    }
  }
  const outlined = [...layers].map(([name, tensors]): OutlinedLayer => ({ name, tensors, isModel: false }));
  return { layers: outlined, inOrder: true };
}
