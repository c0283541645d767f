import * as tf from '@tensorflow/tfjs';
import type { Source } from '../data/batches';
import { type Dataset, sampleSize } from '../data/dataset';
import { sampleShape } from '../data/sampleShape';
import { encoded, indicesOf, wordsOf } from '../data/textSamples';
import { plainInputs } from '../engine/input/datasetInputs';
import { forget } from '../engine/model/resetStates';
import { fixedBatch } from './model/ends';
import { readPicture } from './reading/pictures';
import type { Settings } from './settings';

/** A sample given on the command line: a picture, a text, or numbers with commas between them. Throws where it is none. */
export async function sampleOf(
  text: string,
  { kind, shape, words }: Dataset,
  model: tf.LayersModel,
  settings: Settings,
): Promise<Source> {
  if (kind === 'images') return readPicture(text, model, settings);
  if (kind === 'text') return { kind, shape, values: encoded(wordsOf(text), indicesOf(words ?? []), shape[0]!) };
  const values = Float32Array.from(text.split(','), Number);
  const size = sampleSize(shape);
  if (values.length === size && values.every(Number.isFinite)) return { kind, shape, values };
  throw new Error(`A sample has ${size} numbers with commas between them, not ${JSON.stringify(text)}.`);
}

/** The values of all outputs for one sample, one output after the other. Throws where the model takes something else. */
export async function predict(
  model: tf.LayersModel,
  source: Source,
  sample: number,
  { preprocessing: mode }: Pick<Settings, 'preprocessing'>,
): Promise<readonly number[]> {
  const feeds = model.inputs.map(({ shape: [, ...wanted] }) => {
    const shape = sampleShape(source, wanted);
    if (shape !== null) return { shape };
    throw new Error(`The model takes ${JSON.stringify(wanted)}, not ${JSON.stringify(source.shape)}.`);
  });
  // A model with batches of a fixed size gets the sample as often.
  const samples = new Uint32Array(fixedBatch(model) ?? 1).fill(sample);
  const x = [...plainInputs({ dataset: source, feeds, mode })(samples, 1)];
  forget({ model });
  const outputs = [model.predict(x, { batchSize: samples.length })].flat();
  const values = await Promise.all(
    outputs.map(async (output) => [...(await output.data())].slice(0, output.size / samples.length)),
  );
  tf.dispose([...x, ...outputs]);
  return values.flat();
}
