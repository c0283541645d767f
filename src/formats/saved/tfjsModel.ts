import { snakeCase } from '../../compile/identifiers';
import type { Plan, Step } from '../../compile/plan';
import { callsOf } from './calls';
import { documentEntry } from './documentPlaces';
import type { Wrote } from './wrote';
import { modelName } from './kerasModelConfig';
import type { Json, JsonObject } from './kerasJson';
import type { SavedLayer } from './planWeights';
import { keptCall } from './keptConfig';
import { tfjsLayer } from './tfjsJson';
import { savedNames } from './savedNames';

/** Shards are cut at this size, so that a browser can fetch and cache them. */
const shardBytes = 4 * 2 ** 20;

/** `model.json` and its shards, for `tf.loadLayersModel`: a topology as Keras 2 has it, and float32 values. */
export async function tfjsFiles(
  plan: Plan,
  layers: readonly SavedLayer[],
  document: string | null,
  wrote: Wrote,
): Promise<Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>> {
  const tensors = named(layers);
  const bytes = await joined(tensors, wrote);
  const count = Math.max(1, Math.ceil(bytes.length / shardBytes));
  const shards = Array.from({ length: count }, (_, index) => ({
    name: `group1-shard${index + 1}of${count}.bin`,
    bytes: bytes.subarray(index * shardBytes, (index + 1) * shardBytes),
  }));
  const paths = shards.map(({ name }) => name);
  return {
    'model.json': modelJson(plan, tensors, paths, document),
    ...Object.fromEntries(shards.map((shard) => [shard.name, shard.bytes])),
  };
}

/** The same `model.json` with its weights announced only, by name and shape. */
export function tfjsArchitecture(plan: Plan, layers: readonly SavedLayer[], document: string | null): string {
  return modelJson(plan, named(layers), [], document);
}

function modelJson(
  plan: Plan,
  tensors: readonly NamedTensor[],
  paths: readonly string[],
  document: string | null,
): string {
  const weights = tensors.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  return JSON.stringify({
    format: 'layers-model',
    generatedBy: 'DeepBrick',
    convertedBy: null,
    modelTopology: {
      keras_version: '2.15.0',
      backend: 'tensorflow',
      model_config: topology(plan, modelName(plan), true),
    },
    weightsManifest: [{ paths, weights }],
    ...(document === null ? {} : { userDefinedMetadata: { [documentEntry]: document } }),
  });
}

function topology(plan: Plan, name: string, trainable: boolean): JsonObject {
  const names = savedNames(plan.steps);
  const calls = callsOf(plan);
  const from = (end: string) => [names.get(end)!, calls.node(end), 0];
  const ends = (list: readonly string[]): Json => list.map(from);
  const own = plan.steps.filter(({ sharesWith }) => sharesWith === undefined);
  const layers = own.map((step) => ({
    ...layer(step, names.get(step.name)!, trainable && step.trainable),
    name: names.get(step.name)!,
    inbound_nodes: step.inputs.length === 0 ? [] : calls.of(step).map((call) => inbound(call, from)),
  }));
  const config = { name, trainable, layers, input_layers: ends(plan.inputs), output_layers: ends(plan.outputs) };
  return { class_name: 'Functional', config };
}

/** The tensors that a layer takes, with the named arguments of its call. */
function inbound({ inputs, call }: Step, from: (end: string) => readonly Json[]): Json {
  const tensors = inputs.map(from);
  const { args = tensors, kwargs = {} } = (call.kept && keptCall(call.kept, tensors)) ?? {};
  const named = new Set(Object.values(kwargs as JsonObject));
  const first = tensors.filter((tensor) => !named.has(tensor));
  return args === tensors ? tensors.map((tensor) => [...tensor, {}]) : first.map((tensor) => [...tensor, kwargs]);
}

function layer(step: Step, name: string, trainable: boolean): JsonObject {
  if (step.nested) return topology(step.nested, name, trainable);
  if (step.inputs.length > 0) return tfjsLayer(step, name, trainable);
  const { dtype, batchSize } = step.call.args;
  const batch = typeof batchSize === 'number' ? batchSize : null;
  const type = typeof dtype === 'string' ? dtype : 'float32';
  const config = { name, batch_input_shape: [batch, ...step.shape], dtype: type, sparse: false };
  return { class_name: 'InputLayer', config };
}

interface NamedTensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** tfjs names weights by their layer, without the models around it; only a name that is taken gets them in front. */
function named(layers: readonly SavedLayer[], above = '', taken = new Set<string>()): readonly NamedTensor[] {
  return layers.flatMap((one): readonly NamedTensor[] => {
    if (one.layers) return named(one.layers, `${above}${one.name}/`, taken);
    return one.weights.map(({ name: weight, shape, values }) => {
      const plain = `${one.name}/${tfjsName(one, weight)}`;
      const name = taken.has(plain) ? above + plain : plain;
      taken.add(name);
      return { name, shape, values };
    });
  });
}

/** A Bidirectional names its halves after the layer inside: `forward_lstm/kernel`. */
function tfjsName({ step }: SavedLayer, weight: string): string {
  const inner = step.call.args['layer'];
  if (typeof inner !== 'object' || inner === null || !('role' in inner) || inner.role !== 'layer') return weight;
  return weight.replace(/^(forward|backward)\//, `$1_${snakeCase(inner.layer.call.tfjs)}/`);
}

async function joined(tensors: readonly NamedTensor[], wrote: Wrote): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Float32Array(tensors.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values } of tensors) {
    all.set(values, at);
    at += values.length;
    await wrote(values.byteLength);
  }
  return new Uint8Array(all.buffer);
}
