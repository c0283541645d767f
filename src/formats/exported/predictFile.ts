/** `src/predict.ts` of an exported project: predicts validation digits or a PNG. */
export const predictFile = `import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs';
import { chooseBackend } from './backend';
import { fitToModel, inputBatch, loadDigits, readGrey } from './data';
import { createModel } from './model';
import { loadWeights, newestWeights } from './weights';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    digits: { type: 'string' },
    json: { type: 'boolean' },
  },
});

/** The classes with the largest values, the best first. */
function top(values: readonly number[], most = 5): string {
  return values
    .map((value, index) => ({ value, index }))
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ value, index }) => index + ': ' + value.toFixed(4))
    .join('  ');
}

/** The values of all outputs of one sample, one output after the other. */
async function predict(model: tf.LayersModel, x: tf.Tensor[]): Promise<number[]> {
  const result = model.predict(x.length === 1 ? x[0]! : x);
  const outputs = Array.isArray(result) ? result : [result];
  const values = await Promise.all(outputs.map(async (output) => [...(await output.data())]));
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
  const results: { name: string; label: number | null; values: number[] }[] = [];
  for (const path of positionals) {
    const { width, height, pixels } = readGrey(path);
    const values = await predict(model, fitToModel(model, Float32Array.from(pixels), 1, height, width));
    results.push({ name: path, label: null, values });
  }
  if (positionals.length === 0) {
    const digits = loadDigits();
    const wanted = Number(flags.digits ?? 10);
    const most = digits.count - digits.validationStart;
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > most) throw new Error('--digits takes a number from 1 to ' + most);
    for (let index = 0; index < wanted; index++) {
      const digit = digits.validationStart + index;
      const values = await predict(model, inputBatch(model, digits, [digit]));
      results.push({ name: 'digit ' + digit, label: digits.labels[digit]!, values });
    }
  }
  if (flags.json) {
    report(JSON.stringify(results));
    return;
  }
  for (const { name, label, values } of results) {
    console.log(name + (label === null ? '' : ' (a ' + label + ')') + ' → ' + top(values));
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
`;
