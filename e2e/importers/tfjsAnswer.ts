import * as tf from '@tensorflow/tfjs';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InputValues } from './node';

/** What a model says, and how many parameters it has, by whoever knows. */
export interface Reference {
  readonly by: string;
  readonly parameters: number;
  /** Null where the file has no weights. */
  readonly outputs: readonly (readonly number[])[] | null;
}

interface Json {
  readonly modelTopology: object;
  readonly signature?: {};
  readonly weightsManifest?: readonly {
    readonly paths: readonly string[];
    readonly weights: tf.io.WeightsManifestEntry[];
  }[];
}

const valuesOf = (tensors: readonly tf.Tensor[]) =>
  Promise.all(tensors.map(async (output) => [...(await output.data())]));

/** Numbers of a graph model that are weights: what is no whole number, and not one alone. */
const constantsOf = (weights: readonly tf.io.WeightsManifestEntry[]) =>
  weights
    .filter(({ dtype, shape }) => dtype === 'float32' && shape.length > 0)
    .reduce((sum, { shape }) => sum + shape.reduce((product, size) => product * size, 1), 0);

/** TensorFlow.js itself; null where it does not read such a file. */
export async function tfjsAnswer(
  path: string,
  inputs: readonly InputValues[],
  hasWeights: boolean,
): Promise<Reference | null> {
  const json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as Json;
  const groups = hasWeights ? (json.weightsManifest ?? []) : [];
  const bytes = Buffer.concat(
    groups.flatMap((group) => group.paths.map((shard) => readFileSync(join(dirname(path), shard)))),
  );
  const weightData = Uint8Array.from(bytes).buffer;
  const weightSpecs = groups.flatMap(({ weights }) => weights);
  try {
    await tf.setBackend('cpu');
    const source = { modelTopology: json.modelTopology, ...(hasWeights ? { weightSpecs, weightData } : {}) };
    if ('node' in json.modelTopology) {
      const model = await tf.loadGraphModel(tf.io.fromMemory({ ...source, signature: json.signature ?? {} }));
      const given = inputs.map(({ shape, values }) => tf.tensor([...values], [...shape]));
      const outputs = await valuesOf([model.predict(given.length === 1 ? given[0]! : given)].flat() as tf.Tensor[]);
      return { by: 'TensorFlow.js', parameters: constantsOf(weightSpecs), outputs };
    }
    const model = await tf.loadLayersModel(tf.io.fromMemory(source));
    const parameters = model.countParams();
    if (!hasWeights) return { by: 'TensorFlow.js', parameters, outputs: null };
    const given = inputs.map(({ shape, values }) => tf.tensor([...values], [...shape]));
    const said = [model.predict(given.length === 1 ? given[0]! : given)].flat();
    const outputs = await valuesOf(said);
    return { by: 'TensorFlow.js', parameters, outputs };
  } catch {
    // It has not every layer of Keras; the other reference is asked.
    return null;
  }
}
