import type { ZipEntry } from '../zipEntries';
import { Hdf5File } from './hdf5File';
import { layerConfigs, pythonJson } from './kerasConfig';
import { kerasH5Layers } from './kerasH5';
import { hasKerasVariables, kerasVariables } from './kerasVariables';
import { openTfjsModel } from './tfjsModel';
import { type NamedBlob, type WeightFile, WeightFileError } from './weightFile';
import { zippedFiles } from './zippedFiles';

type Kind = 'hdf5' | 'zip' | 'json' | 'other';

const hdf5Signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
const zipSignature = [0x50, 0x4b, 0x03, 0x04];
/** A larger text is no `model.json`: the largest models have a few megabytes. */
const longestJson = 64 * 2 ** 20;

async function kindOf(blob: Blob): Promise<Kind> {
  const start = new Uint8Array(await blob.slice(0, 64).arrayBuffer());
  const begins = (signature: readonly number[]) => signature.every((byte, index) => start[index] === byte);
  if (begins(hdf5Signature)) return 'hdf5';
  if (begins(zipSignature)) return 'zip';
  return blob.size <= longestJson && /^\uFEFF?\s*\{/.test(new TextDecoder().decode(start)) ? 'json' : 'other';
}

/**
 * Opens weights in whatever format they come; what a file is, its content decides, not its name. Several files are a
 * tfjs `model.json` and its shards. The Blobs are not read whole. Throws `WeightFileError`.
 */
export async function openWeightFile(files: readonly NamedBlob[]): Promise<WeightFile> {
  const kinds = await Promise.all(files.map(async (file) => ({ file, kind: await kindOf(file.blob) })));
  const first = (wanted: Kind) => kinds.find(({ kind }) => kind === wanted)?.file;
  const hdf5 = first('hdf5');
  if (hdf5) return openHdf5(hdf5);
  const zip = first('zip');
  if (zip) return openZip(zip);
  const texts = kinds.filter(({ kind }) => kind === 'json').map(({ file }) => file);
  for (const { name, blob } of texts) {
    const json = await parsed(blob);
    // A folder can hold other JSON: class names, a manifest of its own.
    if (texts.length === 1 || isModel(json)) return openTfjsModel(name, json, files);
  }
  const [given] = files;
  const empty = given !== undefined && files.length === 1 && given.blob.size === 0;
  throw new WeightFileError({ code: empty ? 'truncated' : 'notWeights', name: given?.name ?? '' });
}

const isModel = (json: unknown) => typeof json === 'object' && json !== null && 'weightsManifest' in json;

async function parsed(blob: Blob): Promise<unknown> {
  try {
    return pythonJson((await blob.text()).replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

async function openHdf5({ name, blob }: NamedBlob): Promise<WeightFile> {
  const file = await Hdf5File.open(name, blob);
  const close = () => file.close();
  try {
    if (file.texts('', 'layer_names')) {
      return { format: 'kerasH5', layers: kerasH5Layers(file, '', null), config: null, close };
    }
    const text = file.text('', 'model_config');
    if (text !== null && file.texts('model_weights', 'layer_names')) {
      const config = pythonJson(text);
      return {
        format: 'kerasModelH5',
        layers: kerasH5Layers(file, 'model_weights', layerConfigs(config)),
        config,
        close,
      };
    }
    if (!hasKerasVariables(file)) throw new WeightFileError({ code: 'notWeights', name });
    const layers = kerasVariables(file, null);
    return { format: 'kerasWeightsH5', layers, config: null, close };
  } catch (error) {
    close();
    throw error instanceof SyntaxError ? new WeightFileError({ code: 'truncated', name }) : error;
  }
}

/** A `.keras` file, a tfjs model in a zip, or a single HDF5 file that somebody zipped. */
async function openZip(zip: NamedBlob): Promise<WeightFile> {
  const entries = await zippedFiles(zip);
  const weights = entries.find(({ name }) => name === 'model.weights.h5');
  const config = entries.find(({ name }) => name === 'config.json');
  if (weights && config) return openKeras(zip.name, weights, config);
  const wanted = entries.filter(({ name }) =>
    /(^|\/)[^.][^/]*\.(json|bin|h5|hdf5)$|shard\d+of\d+(\.bin)?$/i.test(name),
  );
  if (wanted.length === 0) throw new WeightFileError({ code: 'notWeights', name: zip.name });
  const inside = await Promise.all(wanted.map(async (entry) => ({ name: entry.name, blob: await entry.open() })));
  const kinds = await Promise.all(inside.map(({ blob }) => kindOf(blob)));
  // A zip in a zip is no format of anybody's, and could go on for ever.
  return openWeightFile(inside.filter((_, index) => kinds[index] !== 'zip'));
}

async function openKeras(name: string, weights: ZipEntry, configEntry: ZipEntry): Promise<WeightFile> {
  const config = await parsed(await configEntry.open());
  const file = await Hdf5File.open(name, await weights.open());
  try {
    return { format: 'keras', layers: kerasVariables(file, layerConfigs(config)), config, close: () => file.close() };
  } catch (error) {
    file.close();
    throw error;
  }
}
