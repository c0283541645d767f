import { fileText } from '../file';
import { documentAttribute, documentFile } from './documentPlaces';
import { writtenHdf5 } from './hdf5Writer';
import { untold } from './wrote';
import { kerasModelConfig } from './kerasModelConfig';
import { kerasWeightsH5 } from './kerasWeightsH5';
import { legacyWeights } from './legacyH5';
import { savedLayers } from './planWeights';
import type { SavedFormat } from './savedFormat';
import { type SavedModel, savedFiles } from './savedFiles';
import { zipBlob } from './zipBlob';

/** Whose layout is written; Keras reads the version, and files of later ones may differ. */
const kerasVersion = '3.15.1';

/** A trained model as a file that others open as well. Throws `WeightsMismatch`, `KeptRefused`. */
export async function saveModel(model: SavedModel, format: SavedFormat, wrote = untold): Promise<Blob> {
  const { plan, weights } = model;
  if (format === 'tfjs') return zipBlob(await savedFiles(model, wrote));
  const layers = savedLayers(plan, weights, format);
  const text = model.document && fileText(model.document);
  if (format === 'weights') return new Blob([await kerasWeightsH5(layers, wrote)]);
  if (format === 'keras') {
    const saved = new Date().toISOString().slice(0, 19).replace('T', '@');
    return zipBlob({
      'metadata.json': JSON.stringify({ keras_version: kerasVersion, date_saved: saved }),
      'config.json': JSON.stringify(kerasModelConfig(plan, 'keras')),
      'model.weights.h5': await kerasWeightsH5(layers, wrote),
      ...(text === null ? {} : { [documentFile]: text }),
    });
  }
  const bytes = await writtenHdf5(wrote, async (writer) => {
    writer.text('', 'keras_version', kerasVersion);
    writer.text('', 'backend', 'jax');
    writer.text('', 'model_config', JSON.stringify(kerasModelConfig(plan, 'h5')));
    if (text !== null) writer.text('', documentAttribute, text);
    await legacyWeights(writer, 'model_weights', layers, kerasVersion);
  });
  return new Blob([bytes]);
}
