import { array, number, object, optional, string, unknown } from 'zod/mini';
import { mostParts, valueCount } from './fileBounds';
import { layerConfigs, pythonJson } from './kerasConfig';
import { layersByConfig, layersByPath } from './layersByName';
import { type ShardedTensor, restored, storedBytes } from './quantized';
import { type FileTensor, type NamedBlob, type WeightFile, WeightFileError } from './weightFile';

const manifestSchema = array(
  object({
    paths: array(string()),
    weights: array(
      object({
        name: string(),
        shape: array(number()),
        dtype: string(),
        quantization: optional(object({ dtype: string(), scale: optional(number()), min: optional(number()) })),
      }),
    ),
  }),
);

const modelSchema = object({
  format: optional(unknown()),
  modelTopology: optional(unknown()),
  weightsManifest: manifestSchema,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** tfjs keeps Keras's configuration as it was: below `model_config`, or as the topology itself; early as text. */
function configOf(topology: unknown): unknown {
  const config = isObject(topology) && 'model_config' in topology ? topology['model_config'] : topology;
  return typeof config === 'string' ? pythonJson(config) : (config ?? null);
}

const isGraphModel = (json: unknown): boolean =>
  isObject(json) && (json['format'] === 'graph-model' || isGraphTopology(json['modelTopology']));

/**
 * A tfjs `model.json` (already parsed) with its shards beside it.
 * Throws `WeightFileError('notWeights' | 'graphModel' | 'missingShard' | 'truncated' | 'tooMany' | 'tooLarge' | 'unsupportedType')`.
 */
export function openTfjsModel(name: string, json: unknown, files: readonly NamedBlob[]): WeightFile {
  if (isGraphModel(json)) throw new WeightFileError({ code: 'graphModel', name });
  const { tensors, topology } = sharded(name, json, files);
  const config = configOf(topology);
  const configs = layerConfigs(config);
  const layers = configs ? layersByConfig(tensors, configs) : layersByPath(tensors);
  return { format: 'tfjs', layers, config, close() {} };
}

/** A constant of a graph model; whole numbers are said to be such. */
export interface GraphTensor extends FileTensor {
  readonly isWhole: boolean;
}

/** The constants of a graph model, unread. Throws as `openTfjsModel` does. */
export const tfjsGraphTensors = (name: string, json: unknown, files: readonly NamedBlob[]): readonly GraphTensor[] =>
  sharded(name, json, files).tensors;

/** The tensors in the shards of a `model.json`. */
function sharded(
  name: string,
  json: unknown,
  files: readonly NamedBlob[],
): { readonly tensors: readonly GraphTensor[]; readonly topology: unknown } {
  const model = modelSchema.safeParse(json);
  if (!model.success) throw new WeightFileError({ code: 'notWeights', name });
  const { weightsManifest, modelTopology } = model.data;
  const parts = weightsManifest.reduce((sum, { paths, weights }) => sum + paths.length + weights.length, 0);
  if (parts > mostParts) throw new WeightFileError({ code: 'tooMany', name, most: mostParts });
  const tensors = weightsManifest.flatMap(({ paths, weights }) => {
    const shards = paths.map((path) => shardAt(path, name, files));
    return tensorsIn(name, new Blob(shards.map(({ blob }) => blob)), shards.at(-1)?.name ?? name, weights);
  });
  return { tensors, topology: modelTopology };
}

const isGraphTopology = (topology: unknown) => isObject(topology) && Array.isArray(topology['node']);

function shardAt(path: string, model: string, files: readonly NamedBlob[]): NamedBlob {
  const folder = model.slice(0, model.lastIndexOf('/') + 1);
  const last = path.slice(path.lastIndexOf('/') + 1);
  const shard =
    files.find(({ name }) => name === folder + path) ??
    // Files chosen one by one come without their folder.
    files.find(({ name }) => name.slice(name.lastIndexOf('/') + 1) === last);
  if (!shard) throw new WeightFileError({ code: 'missingShard', name: model, shard: path });
  return shard;
}

/** Tensors lie one after the other in the shards of their group, as if these were one file. */
function tensorsIn(model: string, bytes: Blob, last: string, weights: readonly ShardedTensor[]): GraphTensor[] {
  let offset = 0;
  return weights.map((weight) => {
    valueCount(weight.shape, model);
    const size = storedBytes(weight);
    if (size === null) {
      const type = weight.quantization?.dtype ?? weight.dtype;
      throw new WeightFileError({ code: 'unsupportedType', name: `${model}: ${weight.name}`, type });
    }
    const start = offset;
    offset += size;
    if (offset > bytes.size) throw new WeightFileError({ code: 'truncated', name: last });
    const slice = bytes.slice(start, offset);
    const isWhole = weight.dtype === 'int32' || weight.dtype === 'bool';
    return { name: weight.name, shape: weight.shape, isWhole, pieces: () => pieces(weight, slice) };
  });
}

/** A multiple of every type's size. */
const pieceBytes = 2 ** 20;

async function* pieces(weight: ShardedTensor, bytes: Blob): AsyncGenerator<Float32Array<ArrayBuffer>> {
  for (let start = 0; start < bytes.size; start += pieceBytes) {
    yield restored(weight, await bytes.slice(start, start + pieceBytes).arrayBuffer());
  }
}
