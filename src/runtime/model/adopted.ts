import type { Variable } from '@tensorflow/tfjs-core';
import { draws } from '../../engine/layers/runState';
import type { LayersModel } from '../../engine/layers/tfjsLayers';
import type { BuiltWeight, TrainableModel } from '../../engine/model/trainableModel';
import { type PlacedLayer, layersOf } from './layersOf';
import { type Declared, recorded } from './recorded';
import { penaltyOf, startOf } from './startOf';

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Names of a layer's weights; the halves of a Bidirectional have the same ones, the forward half first. */
function namesOf({ layer }: PlacedLayer): readonly string[] {
  const plain = layer.weights.map(({ originalName }) => camelCase(originalName.split('/').at(-1)!));
  const twice = plain.length > 1 && new Set(plain).size * 2 === plain.length;
  return twice ? plain.map((name, at) => `${at < plain.length / 2 ? 'forward' : 'backward'}/${name}`) : plain;
}

/** A path with the names that the editor has for it: they seed the weights. */
function editorPath(path: string, names: Readonly<Record<string, string>>): string {
  const parts = path.split('/');
  return parts.map((part, at) => names[parts.slice(0, at + 1).join('/')] ?? part).join('/');
}

function weightsOf(
  placed: PlacedLayer,
  key: string,
  declared: ReadonlyMap<object, Declared>,
): readonly (BuiltWeight & { readonly place: string })[] {
  const names = namesOf(placed);
  return placed.layer.weights.map((weight, index) => {
    const { initializer, regularizer, constraint } = declared.get(weight)!;
    return {
      key: `${key}/${names[index]}`,
      place: `${placed.path}/${names[index]}`,
      path: key,
      shape: weight.shape as readonly number[],
      variable: weight.read() as Variable,
      trainable: placed.trained && weight.trainable,
      frozen: !placed.trained,
      initializer: startOf(initializer),
      regularizer: regularizer && penaltyOf(regularizer),
      constraint,
    };
  });
}

/** A model of TensorFlow.js as the editor's engine trains it. */
export interface Adopted extends TrainableModel {
  /** `key` seeds a weight; `place` is its layer's path and its name. */
  readonly weights: readonly (BuiltWeight & { readonly place: string })[];
}

/**
 * Builds a model for the editor's engine: weights start as zeros (see `initialise`), layers that draw at random draw for
 * its run. `editorNames`: layers that the editor calls otherwise. Throws where an initializer has no seeded form.
 */
export function adopted(create: () => LayersModel, editorNames: Readonly<Record<string, string>> = {}): Adopted {
  const { model, declared } = recorded(create);
  const run = { seed: 0, step: 0 };
  const weights = layersOf(model).flatMap((placed) => {
    const key = editorPath(placed.path, editorNames);
    if (draws(placed.layer)) placed.layer.joinRun({ label: key, run });
    return weightsOf(placed, key, declared);
  });
  return { model, weights, run };
}
