import type { Hdf5Writer } from './hdf5Writer';
import type { SavedLayer, SavedWeight } from './planWeights';

type Named = SavedWeight & { readonly path: string };

/**
 * Weights in the layout of Keras's legacy `.h5`: a group per layer; a model inside the model is one group with the weights
 * of all its layers, the trainable ones first (`_legacy_weights` in keras/src/legacy/saving/legacy_h5_format.py).
 */
export async function legacyWeights(
  writer: Hdf5Writer,
  base: string,
  layers: readonly SavedLayer[],
  kerasVersion: string,
): Promise<void> {
  writer.texts(
    base,
    'layer_names',
    layers.map(({ name }) => name),
  );
  writer.text(base, 'backend', 'jax');
  writer.text(base, 'keras_version', kerasVersion);
  for (const layer of layers) {
    const all = layer.layers ? layer.layers.flatMap((inner) => weightsOf(inner, '')) : weightsOf(layer, '');
    const ordered = [...all.filter(({ trainable }) => trainable), ...all.filter(({ trainable }) => !trainable)];
    const group = `${base}/${layer.name}`;
    writer.texts(
      group,
      'weight_names',
      ordered.map(({ path }) => path),
    );
    for (const { path, shape, values } of ordered) await writer.tensor(`${group}/${path}`, shape, values);
  }
}

function weightsOf({ name, weights, layers }: SavedLayer, above: string): readonly Named[] {
  if (layers) return layers.flatMap((inner) => weightsOf(inner, `${above}${name}/`));
  return weights.map((weight) => ({ ...weight, path: `${above}${name}/${weight.name}` }));
}
