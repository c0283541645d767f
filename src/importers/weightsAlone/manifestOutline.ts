import type { Outline, OutlinedLayer, TensorShape } from '../../formats/weights/weightFile';
import { isList, member } from '../kerasGraph/json';
import type { Json } from '../kerasGraph/kerasGraph';

/** The list of weights of a `model.json`. */
export function manifestTensors(model: Json): readonly TensorShape[] {
  const groups = member(model, 'weightsManifest');
  return (isList(groups) ? groups : []).flatMap((group) => {
    const weights = member(group, 'weights');
    return (isList(weights) ? weights : []).flatMap((weight) => {
      const [name, shape] = [member(weight, 'name'), member(weight, 'shape')];
      const isTensor = typeof name === 'string' && isList(shape) && shape.every((size) => typeof size === 'number');
      return isTensor ? [{ name, shape: shape as readonly number[] }] : [];
    });
  });
}

/** What the list of weights of a `model.json` without a topology says of the layers. */
export function manifestOutline(model: Json): Outline {
  const layers = new Map<string, TensorShape[]>();
  for (const tensor of manifestTensors(model)) {
    const layer = tensor.name.split('/').slice(0, -1).at(-1) ?? tensor.name;
    layers.set(layer, [...(layers.get(layer) ?? []), tensor]);
  }
  const outlined = [...layers].map(([name, tensors]): OutlinedLayer => ({ name, tensors, isModel: false }));
  return { layers: outlined, inOrder: true };
}
