import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { type Source, splitOf } from '../../../../data/batches';
import { type Dataset, sampleSize } from '../../../../data/dataset';
import { encoded, indicesOf, wordsOf } from '../../../../data/textSamples';
import { answerText, rightText } from './answers';
import { chooseBackend } from './backend';
import { loadDataset } from './dataset';
import { createModel } from './model';
import { readPicture } from './pictures';
import { checkVocabulary, fixedBatch, forget, inputsOf } from './samples';
import { settings } from './settings';
import { loadWeights, newestWeights } from './weights';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    samples: { type: 'string' },
    data: { type: 'string' },
    json: { type: 'boolean' },
  },
});

/** A sample given on the command line: a picture, a text, or numbers with commas between them. */
async function given(text: string, { kind, shape, words }: Dataset, model: tf.LayersModel): Promise<Source> {
  if (kind === 'images') return readPicture(text, model);
  if (kind === 'text') return { kind, shape, values: encoded(wordsOf(text), indicesOf(words ?? []), shape[0]!) };
  const values = Float32Array.from(text.split(','), Number);
  const size = sampleSize(shape);
  if (values.length !== size || !values.every(Number.isFinite)) {
    throw new Error(`A sample has ${size} numbers with commas between them, not ${JSON.stringify(text)}`);
  }
  return { kind, shape, values };
}

/** The values of all outputs of one sample, one output after the other. */
async function predict(model: tf.LayersModel, source: Source, sample: number): Promise<number[]> {
  // A model with batches of a fixed size gets the sample as often.
  const samples = new Uint32Array(fixedBatch(model) ?? 1).fill(sample);
  const x = [...inputsOf(model, source, settings).checking(samples, 1)];
  forget(model);
  const result = model.predict(x, { batchSize: samples.length });
  const outputs = Array.isArray(result) ? result : [result];
  const values = await Promise.all(
    outputs.map(async (output) => [...(await output.data())].slice(0, output.size / samples.length)),
  );
  tf.dispose([...x, ...outputs]);
  return values.flat();
}

async function main(): Promise<void> {
  const report = console.log;
  // With --json only the numbers go to the standard output.
  if (flags.json) console.log = console.error;
  await chooseBackend();
  const model = createModel();
  const from = newestWeights();
  if (from !== null) loadWeights(model, from);
  else console.log('There are no trained weights yet (npm run train): the predictions are random.');
  const dataset = await loadDataset(flags.data, model);
  checkVocabulary(model, dataset);
  const results: { name: string; label: string | null; values: number[] }[] = [];
  for (const name of positionals) {
    results.push({ name, label: null, values: await predict(model, await given(name, dataset, model), 0) });
  }
  if (positionals.length === 0) {
    const { validation } = splitOf(dataset, dataset.names ? null : settings.validationSplit);
    const wanted = Number(flags.samples ?? 10);
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > validation.length) {
      throw new Error(`--samples takes a number from 1 to ${validation.length}`);
    }
    for (const sample of validation.subarray(0, wanted)) {
      const name = dataset.names?.[sample] ?? `sample ${sample}`;
      const label = rightText(dataset.target, sample);
      results.push({ name, label, values: await predict(model, dataset, sample) });
    }
  }
  if (flags.json) {
    report(JSON.stringify(results));
    return;
  }
  for (const { name, label, values } of results) {
    const right = label === null ? '' : ` (${label})`;
    console.log(`${name}${right} → ${answerText(values, dataset.target)}`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
