/** `src/samples.ts` of an exported project: samples as tensors in the shapes that the model takes. */
export const samplesFile = `import * as tf from '@tensorflow/tfjs';
import { type Source, batchValues } from './data/batches';
import { type Dataset, factsOf } from './data/dataset';
import { sampleShape } from './data/sampleShape';
import { targetsFor } from './data/targets';
import { pictures, raw } from './pictures';

const text = (shape: readonly unknown[]) => JSON.stringify(shape);

const unchanged = (values: Float32Array<ArrayBuffer>) => values;

/** Some samples for every input of the model, in an \`epoch\` of training changed at random. Throws when it takes something else. */
export function inputBatch(
  model: tf.LayersModel,
  source: Source,
  samples: ArrayLike<number>,
  epoch: number | null = null,
): tf.Tensor[] {
  return model.inputs.map((input) => {
    const wanted = (input.shape as (number | null)[]).slice(1);
    const shape = sampleShape(source, wanted);
    if (shape === null) {
      throw new Error('The model takes ' + text(wanted) + ', the data is ' + text(source.shape) + ': put your own data into src/dataset.ts, or name a file with --data.');
    }
    const x = tf.tensor(batchValues(source, samples, shape, raw ? unchanged : null), [samples.length, ...shape]);
    return source.kind === 'images' ? pictures(x, samples, epoch) : x;
  });
}

/** What every output should say about some samples, [samples, units]: numbers, one-hot rows, or -1 and 1. */
export function targetBatch(
  model: tf.LayersModel,
  dataset: Dataset,
  samples: ArrayLike<number>,
  losses: readonly string[],
): tf.Tensor[] {
  const { target } = dataset;
  const facts = factsOf(dataset).target;
  return model.outputs.map((output, index) => {
    const units = output.shape.at(-1) ?? 1;
    const targets = targetsFor(losses[index]!, units, facts);
    if (targets === null) {
      const got = facts.kind === 'classes' ? facts.classes + ' classes' : facts.units + ' numbers';
      throw new Error('An output with ' + units + ' values and the loss ' + losses[index] + ' cannot learn ' + got + '.');
    }
    const rows = new Float32Array(samples.length * units).fill(targets === 'plusMinus' ? -1 : 0);
    Array.from(samples).forEach((sample, row) => {
      if (target.kind === 'numbers') {
        rows.set(target.values.subarray(sample * units, (sample + 1) * units), row * units);
        return;
      }
      const label = target.labels[sample]!;
      if (units > 1) rows[row * units + label] = 1;
      else rows[row] = targets === 'plusMinus' ? label * 2 - 1 : label;
    });
    return tf.tensor2d(rows, [samples.length, units]);
  });
}

/** How much each of some samples counts: its own weight, and while training that of its class. */
export function weightBatch(
  { sampleWeights, target }: Dataset,
  samples: ArrayLike<number>,
  classWeights: ArrayLike<number> | null,
): tf.Tensor1D | null {
  if (sampleWeights === null && classWeights === null) return null;
  const weights = Array.from(samples, (sample) => {
    const label = target.kind === 'classes' ? target.labels[sample]! : 0;
    return (sampleWeights?.[sample] ?? 1) * (classWeights?.[label] ?? 1);
  });
  return tf.tensor1d(weights);
}

/** Samples of every batch where the model fixes it; null where it takes any number. */
export const fixedBatch = (model: tf.LayersModel): number | null => model.inputs[0]?.shape[0] ?? null;

/** Stateful layers begin anew: before every epoch, validation and prediction. */
export function forget(model: tf.LayersModel): void {
  for (const layer of model.layers) if (layer.stateful) layer.resetStates();
}

/** Samples in batches, in order; where the model fixes their size, an incomplete one is left out. */
export function batchesOf(model: tf.LayersModel, samples: Uint32Array, usual: number): Uint32Array[] {
  const fixed = fixedBatch(model);
  const size = fixed ?? usual;
  const count = fixed === null ? Math.ceil(samples.length / size) : Math.floor(samples.length / size);
  return Array.from({ length: count }, (_, batch) => samples.subarray(batch * size, (batch + 1) * size));
}

/** Throws when a text has words beyond those that an Embedding knows. */
export function checkVocabulary(model: tf.LayersModel, { vocabulary }: Dataset): void {
  for (const layer of vocabulary === null ? [] : model.layers) {
    const known = layer.getClassName() === 'Embedding' ? Number(layer.getConfig()['inputDim']) : Infinity;
    if (known < vocabulary!) {
      throw new Error('The data has ' + vocabulary + ' different words, ' + layer.name + ' knows ' + known + ': raise its inputDim.');
    }
  }
}
`;
