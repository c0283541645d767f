import { parseArgs } from 'node:util';
import { adopted } from 'deepbrick-runtime/model/adopted';
import { answerText, rightText } from 'deepbrick-runtime/answers';
import { chooseBackend } from 'deepbrick-runtime/backend';
import { splitOf } from 'deepbrick-runtime/data/batches';
import { seeded } from 'deepbrick-runtime/fit';
import { predict, sampleOf } from 'deepbrick-runtime/predictions';
import { running } from 'deepbrick-runtime/running';
import { loadWeights, newestWeights } from 'deepbrick-runtime/files/weightFiles';
import { loadDataset } from './data';
import { createModel } from './model';
import { settings } from './settings';

const help = `npm run predict -- [options] [picture.png | "a text" | 1,2,3 ...]

  --samples N   without samples of your own: so many of the validation (10)
  --data PATH   of these data, as for npm run train
  --json        the numbers alone, as JSON
`;

running(async () => {
  const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      samples: { type: 'string', default: '10' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (flags.help) return console.log(help);
  const say = flags.json ? console.error : console.log;
  say(`Backend: ${await chooseBackend()}`);
  const adoptedModel = adopted(createModel, settings.editorNames);
  const { model } = adoptedModel;
  seeded(adoptedModel, settings);
  const weights = newestWeights();
  if (weights !== null) loadWeights(adoptedModel, weights);
  else say('There are no trained weights yet (npm run train): the predictions are random.');

  const dataset = await loadDataset(flags.data, model);
  const results: { name: string; label: string | null; values: readonly number[] }[] = [];
  for (const name of positionals) {
    const sample = await sampleOf(name, dataset, model, settings);
    results.push({ name, label: null, values: await predict(model, sample, 0, settings) });
  }
  if (positionals.length === 0) {
    const { validation } = splitOf(dataset, dataset.names ? null : settings.validationSplit);
    const wanted = Number(flags.samples);
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > validation.length) {
      throw new Error(`--samples takes a number from 1 to ${validation.length}, not ${flags.samples}.`);
    }
    for (const sample of validation.subarray(0, wanted)) {
      const name = dataset.names?.[sample] ?? `sample ${sample}`;
      const label = rightText(dataset.target, sample);
      results.push({ name, label, values: await predict(model, dataset, sample, settings) });
    }
  }
  if (flags.json) return console.log(JSON.stringify(results));
  for (const { name, label, values } of results) {
    const right = label === null ? '' : ` (${label})`;
    console.log(`${name}${right} → ${answerText(values, dataset.target)}`);
  }
});
