import type { ZipEntry } from '../zipEntries';
import { longestText } from './fileBounds';
import { Hdf5File } from './hdf5File';
import { layerConfigs, pythonJson } from './kerasConfig';
import { kerasH5Layers, kerasH5Outline } from './kerasH5';
import { hasKerasVariables, kerasVariables, kerasVariablesOutline } from './kerasVariables';
import { optimizerVariables, optimizerWeights } from './optimizerTensors';
import { openTfjsModel } from './tfjsModel';
import { type NamedBlob, type WeightFile, WeightFileError } from './weightFile';
import { readStateDict } from './torch/readStateDict';
import { torchLayers } from './torch/torchLayers';
import { isTorchPart } from './torch/torchZip';
import { weightFileKind } from './weightFileKind';
import { zippedFiles } from './zippedFiles';

/** Told that reading goes on: a reader that is heard no more is stuck. */
export type Alive = () => void;

/**
 * Opens weights in whatever format they come; what a file is, its content decides, not its name. Several files are a
 * tfjs `model.json` and its shards. The Blobs are not read whole. A file can be made so that reading it never ends,
 * and nothing in this thread can end that: `openApart` reads in another. Throws `WeightFileError`.
 */
export async function openWeightFile(files: readonly NamedBlob[], alive: Alive = () => undefined): Promise<WeightFile> {
  const kinds = await Promise.all(files.map(async (file) => ({ file, kind: await weightFileKind(file.blob) })));
  const first = (wanted: 'hdf5' | 'zip' | 'torch') => kinds.find(({ kind }) => kind === wanted)?.file;
  const hdf5 = first('hdf5');
  if (hdf5) return openHdf5(hdf5, alive);
  const zip = first('zip');
  if (zip) return openZip(zip, alive);
  const texts = kinds.filter(({ kind }) => kind === 'json').map(({ file }) => file);
  for (const { name, blob } of texts) {
    const json = await parsed(blob);
    // A folder can hold other JSON: class names, a manifest of its own.
    if (texts.length === 1 || isModel(json)) return openTfjsModel(name, json, files);
  }
  const torch = first('torch');
  if (torch) return openTorch(torch);
  const [given] = files;
  const empty = given !== undefined && files.length === 1 && given.blob.size === 0;
  const pointer = kinds.find(({ kind }) => kind === 'gitLfs')?.file;
  if (pointer) throw new WeightFileError({ code: 'gitLfs', name: pointer.name });
  throw new WeightFileError({ code: empty ? 'truncated' : 'notWeights', name: given?.name ?? '' });
}

const jsonIn = (text: string | null): unknown => (text === null ? null : pythonJson(text));

const textIn = (json: unknown, key: string): string | null => {
  const value = typeof json === 'object' && json !== null ? (json as Readonly<Record<string, unknown>>)[key] : null;
  return typeof value === 'string' ? value : null;
};

/** How Keras 3 says that a model is trained; missing where it was not compiled. */
const compiledIn = (config: unknown): unknown =>
  typeof config === 'object' && config !== null
    ? (config as Readonly<Record<string, unknown>>)['compile_config']
    : undefined;

const isModel = (json: unknown) => typeof json === 'object' && json !== null && 'weightsManifest' in json;

/** Null where it is no JSON, or longer than a model's. */
async function parsed(blob: Blob): Promise<unknown> {
  if (blob.size > longestText) return null;
  const text = (await blob.text()).replace(/^\uFEFF/, '');
  try {
    return pythonJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function openHdf5({ name, blob }: NamedBlob, alive: Alive): Promise<WeightFile> {
  const file = await Hdf5File.open(name, blob, alive);
  const close = () => file.close();
  try {
    if (file.texts('', 'layer_names')) {
      const layers = kerasH5Layers(file, '', null);
      return { format: 'kerasH5', layers, config: null, outline: kerasH5Outline(file, layers), close };
    }
    const text = file.text('', 'model_config');
    if (text !== null && file.texts('model_weights', 'layer_names')) {
      const config = pythonJson(text);
      const training = jsonIn(file.text('', 'training_config'));
      return {
        format: 'kerasModelH5',
        layers: kerasH5Layers(file, 'model_weights', layerConfigs(config)),
        config,
        about: { version: file.text('', 'keras_version'), training },
        ...optimizerWeights(file, training),
        close,
      };
    }
    if (!hasKerasVariables(file)) throw new WeightFileError({ code: 'notWeights', name });
    const layers = kerasVariables(file, null);
    return { format: 'kerasWeightsH5', layers, config: null, outline: kerasVariablesOutline(file, layers), close };
  } catch (error) {
    close();
    throw error instanceof SyntaxError ? new WeightFileError({ code: 'truncated', name }) : error;
  }
}

/** Weights of PyTorch, in its own form. */
const openTorch = async (file: NamedBlob): Promise<WeightFile> => ({
  format: 'torch',
  layers: torchLayers(await readStateDict(file)),
  config: null,
  close: () => undefined,
});

/** A `.keras` file, weights of PyTorch, a tfjs model in a zip, or a single HDF5 file that somebody zipped. */
async function openZip(zip: NamedBlob, alive: Alive): Promise<WeightFile> {
  const entries = await zippedFiles(zip);
  const weights = entries.find(({ name }) => name === 'model.weights.h5');
  const config = entries.find(({ name }) => name === 'config.json');
  if (weights && config) {
    const metadata = entries.find(({ name }) => name === 'metadata.json');
    return openKeras(zip.name, { weights, configEntry: config, metadataEntry: metadata }, alive);
  }
  if (entries.some(({ name }) => isTorchPart(name))) return openTorch(zip);
  const wanted = entries.filter(({ name }) =>
    /(^|\/)[^.][^/]*\.(json|bin|h5|hdf5)$|shard\d+of\d+(\.bin)?$/i.test(name),
  );
  if (wanted.length === 0) throw new WeightFileError({ code: 'notWeights', name: zip.name });
  const inside: NamedBlob[] = [];
  for (const { name, open } of wanted) {
    inside.push({ name, blob: await open() });
    alive();
  }
  const kinds = await Promise.all(inside.map(({ blob }) => weightFileKind(blob)));
  // A zip in a zip is no format of anybody's, and could go on for ever.
  return openWeightFile(
    inside.filter((_, index) => kinds[index] !== 'zip'),
    alive,
  );
}

interface KerasEntries {
  readonly weights: ZipEntry;
  readonly configEntry: ZipEntry;
  readonly metadataEntry: ZipEntry | undefined;
}

async function openKeras(
  name: string,
  { weights, configEntry, metadataEntry }: KerasEntries,
  alive: Alive,
): Promise<WeightFile> {
  const isShort = metadataEntry !== undefined && metadataEntry.size <= longestText;
  const metadata = isShort ? await parsed(await metadataEntry.open()) : null;
  if (configEntry.size > longestText)
    throw new WeightFileError({ code: 'tooLarge', name, bytes: configEntry.size, most: longestText });
  const config = await parsed(await configEntry.open());
  const file = await Hdf5File.open(name, await weights.open(), alive);
  try {
    return {
      format: 'keras',
      layers: kerasVariables(file, layerConfigs(config)),
      config,
      about: { version: textIn(metadata, 'keras_version'), training: null },
      ...optimizerVariables(file, compiledIn(config)),
      close: () => file.close(),
    };
  } catch (error) {
    file.close();
    throw error;
  }
}
