import { parseArgs } from "node:util";
import { adopted } from "deepbrick-runtime/model/adopted";
import { answerText, rightText } from "deepbrick-runtime/answers";
import { chooseBackend } from "deepbrick-runtime/backend";
import { splitOf } from "deepbrick-runtime/data/batches";
import { seeded } from "deepbrick-runtime/fit";
import { readLearned } from "deepbrick-runtime/files/learnedFile";
import {
  loadWeights,
  newestWeights,
} from "deepbrick-runtime/files/weightFiles";
import { learnedFrom } from "deepbrick-runtime/data/learned";
import { predict } from "deepbrick-runtime/predictions";
import { sampleOf } from "deepbrick-runtime/reading/sampleOf";
import { running } from "deepbrick-runtime/running";
import { loadDataset } from "./data";
import { createModel } from "./model";
import { settings } from "./settings";

const help = `npm run predict -- [options] [picture.png | "a text" | 1,2,3 ...]

  --samples N   without samples of your own: so many of the validation (10)
  --data PATH   of these data, as for npm run train
  --invert      exchange light and dark; --no-invert: never
                (neither: of a drawing whose border is light)
  --json        the numbers alone, as JSON
`;

interface Result {
  readonly name: string;
  /** What is right, where that is known. */
  readonly label: string | null;
  readonly values: readonly number[];
}

const untrained =
  "There are no trained weights yet (npm run train): the predictions are random.";

running(async () => {
  const { values: flags, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      samples: { type: "string", default: "10" },
      data: { type: "string" },
      invert: { type: "boolean" },
      "no-invert": { type: "boolean" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (flags.help) return console.log(help);
  const say = flags.json ? console.error : console.log;
  say(`Backend: ${await chooseBackend()}`);
  const adoptedModel = adopted(createModel, settings.editorNames);
  const { model } = adoptedModel;
  seeded(adoptedModel, settings);
  const weights = newestWeights();
  if (weights === null) say(untrained);
  else loadWeights(adoptedModel, weights);

  // What the weights have learned from says how samples are read.
  const own = positionals.length > 0 && flags.data === undefined;
  const kept = own && weights !== null ? readLearned(weights) : null;
  const dataset = kept ? null : await loadDataset(flags.data, model);
  const learned = kept ?? learnedFrom(dataset!);
  const results: Result[] = [];
  for (const name of positionals) {
    const invert = flags["no-invert"] ? false : (flags.invert ?? null);
    const sample = await sampleOf(name, learned, model, settings, invert);
    const values = await predict(model, sample, 0, settings);
    results.push({ name, label: null, values });
  }
  if (dataset !== null && positionals.length === 0) {
    // Photos are split as they are read.
    const share = dataset.names ? null : settings.validationSplit;
    const { validation } = splitOf(dataset, share);
    const wanted = Number(flags.samples);
    if (!Number.isInteger(wanted) || wanted < 1 || wanted > validation.length) {
      throw new Error(
        `--samples takes a number from 1 to ${validation.length}, not ${flags.samples}.`,
      );
    }
    for (const sample of validation.subarray(0, wanted)) {
      const name = dataset.names?.[sample] ?? `sample ${sample}`;
      const label = rightText(dataset.target, sample);
      const values = await predict(model, dataset, sample, settings);
      results.push({ name, label, values });
    }
  }
  if (flags.json) return console.log(JSON.stringify(results));
  for (const { name, label, values } of results) {
    const right = label === null ? "" : ` (${label})`;
    console.log(`${name}${right} → ${answerText(values, learned.answers)}`);
  }
});
