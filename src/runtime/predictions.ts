import * as tf from '@tensorflow/tfjs';
import type { Source } from '../data/batches';
import { sampleShape } from '../data/sampleShape';
import { plainInputs } from '../engine/input/datasetInputs';
import { forget } from '../engine/model/resetStates';
import { fixedBatch } from './model/ends';
import type { Settings } from './settings';

/**
 * What each output says of one sample. `sources`: where each input takes it from; inputs of a shape that is not theirs are
 * fed as while training (pictures resized and prepared, texts padded). Throws where the model takes something else.
 */
export async function answersOf(
  model: tf.LayersModel,
  sources: readonly Source[],
  sample: number,
  { preprocessing: mode }: Pick<Settings, 'preprocessing'>,
): Promise<readonly (readonly number[])[]> {
  // A model with batches of a fixed size gets the sample as often.
  const samples = new Uint32Array(fixedBatch(model) ?? 1).fill(sample);
  const x = model.inputs.flatMap(({ shape: [, ...wanted] }, index) => {
    const dataset = sources[index]!;
    const shape = sampleShape(dataset, wanted);
    if (shape !== null) return plainInputs({ dataset, feeds: [{ shape }], mode })(samples, 1);
    throw new Error(`The model takes ${JSON.stringify(wanted)}, not ${JSON.stringify(dataset.shape)}.`);
  });
  forget({ model });
  const outputs = [model.predict(x, { batchSize: samples.length })].flat();
  const values = await Promise.all(
    outputs.map(async (output) => [...(await output.data())].slice(0, output.size / samples.length)),
  );
  tf.dispose([...x, ...outputs]);
  return values;
}

/** The same where every input takes the same sample: the values of all outputs, one output after the other. */
export async function predict(
  model: tf.LayersModel,
  source: Source,
  sample: number,
  settings: Pick<Settings, 'preprocessing'>,
): Promise<readonly number[]> {
  const sources = model.inputs.map(() => source);
  return (await answersOf(model, sources, sample, settings)).flat();
}
