/** `src/predict.ts` of an exported project: predicts validation samples, or what is given. */
export const predictFile = `import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { chooseBackend } from './backend';
import { type Source, splitOf } from './data/batches';
import type { Dataset } from './data/dataset';
import { encoded, indicesOf, wordsOf } from './data/textSamples';
import { loadDataset, readPicture } from './dataset';
import { createModel } from './model';
import { checkVocabulary, fixedBatch, forget, inputBatch } from './samples';
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

/** The classes with the largest values, the best first; plain numbers where the model answers with those. */
function answer(values: readonly number[], { target }: Dataset, most = 5): string {
  if (target.kind === 'numbers' || values.length === 1) return values.map((value) => value.toFixed(4)).join('  ');
  return values
    .map((value, index) => ({ value, name: target.classes[index] ?? String(index) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ value, name }) => name + ': ' + value.toFixed(4))
    .join('  ');
}

/** What is right for a sample: the name of its class, or its numbers. */
function right({ target }: Dataset, sample: number): string {
  if (target.kind === 'classes') return target.classes[target.labels[sample]!]!;
  const units = target.names.length;
  return [...target.values.subarray(sample * units, (sample + 1) * units)].map((value) => value.toFixed(4)).join(' ');
}

/** A sample given on the command line: a picture, a text, or numbers with commas between them. */
async function given(text: string, { kind, shape, words }: Dataset): Promise<Source> {
  if (kind === 'images') return readPicture(text);
  if (kind === 'text') return { kind, shape, values: encoded(wordsOf(text), indicesOf(words ?? []), shape[0]!) };
  const values = Float32Array.from(text.split(','), Number);
  const size = shape.reduce((product, axis) => product * axis, 1);
  if (values.length !== size || !values.every(Number.isFinite)) {
    throw new Error('A sample has ' + size + ' numbers with commas between them, not ' + JSON.stringify(text));
  }
  return { kind, shape, values };
}

/** The values of all outputs of one sample, one output after the other. */
async function predict(model: tf.LayersModel, source: Source, sample: number): Promise<number[]> {
  // A model with batches of a fixed size gets the sample as often.
  const x = inputBatch(model, source, Array.from({ length: fixedBatch(model) ?? 1 }, () => sample));
  forget(model);
  const result = model.predict(x.length === 1 ? x[0]! : x, { batchSize: x[0]!.shape[0]! });
  const outputs = Array.isArray(result) ? result : [result];
  const values = await Promise.all(
    outputs.map(async (output) => [...(await output.data())].slice(0, output.size / output.shape[0]!)),
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
  const dataset = await loadDataset(flags.data);
  checkVocabulary(model, dataset);
  const results: { name: string; label: string | null; values: number[] }[] = [];
  for (const name of positionals) {
    results.push({ name, label: null, values: await predict(model, await given(name, dataset), 0) });
  }
  if (positionals.length === 0) {
    const { validation } = splitOf(dataset, dataset.names ? null : settings.validationSplit);
    const wanted = Number(flags.samples ?? 10);
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > validation.length) {
      throw new Error('--samples takes a number from 1 to ' + validation.length);
    }
    for (const sample of validation.subarray(0, wanted)) {
      const name = dataset.names?.[sample] ?? 'sample ' + sample;
      results.push({ name, label: right(dataset, sample), values: await predict(model, dataset, sample) });
    }
  }
  if (flags.json) {
    report(JSON.stringify(results));
    return;
  }
  for (const { name, label, values } of results) {
    console.log(name + (label === null ? '' : ' (' + label + ')') + ' → ' + answer(values, dataset));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
`;
