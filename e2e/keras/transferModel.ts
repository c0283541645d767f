/**
 * `npx tsx e2e/keras/transferModel.ts --photos FOLDER --weights FILE [--epochs 3] [--python PATH]`: trains MobileNet 0.25
 * with a head of one unit on photos, saves it in every format and exports it, and compares what all say of the photos
 * held back. FILE is `mobilenet_2_5_224_tf_no_top.h5`; the script reads the photos by itself, too.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, openAsBlob, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { wasmFiles } from '../../src/cli/loadEngine';
import { projectSources } from '../../src/cli/projectSources';
import { compile } from '../../src/compile/compile';
import { scriptFile } from '../../src/exporters/keras/project/scriptFile';
import { parse } from '../../src/document/reading/parse';
import { exportProject } from '../../src/exporters/typescript/project';
import { readSavedModel } from '../../src/formats/saved/readSavedModel';
import { saveModel } from '../../src/formats/saved/saveModel';
import { type SavedFormat, savedEndings } from '../../src/formats/saved/savedFormat';
import type { WeightTensors } from '../../src/formats/weights/weightTensors';
import { templateDocument } from '../../src/layout/templateDocument';
import { complete, matchWeights, matchedWeights } from '../../src/pretrained/matching/match';
import { preprocessed } from '../../src/pretrained/preprocessing';
import { library, templates } from '../../templates/index';
import { withBundle } from '../nodeBundle';
import { kerasPython } from './python';
import { heldBack, photosIn } from './transfer/catsAndDogs';
import { projectAnswers } from './transfer/exportedProject';
import type * as InNode from './transfer/inNode';

const options = {
  photos: { type: 'string' },
  weights: { type: 'string' },
  epochs: { type: 'string', default: '3' },
  python: { type: 'string' },
} as const;
const { values } = parseArgs({ options });
const { photos, weights: file, epochs, python } = values;
if (photos === undefined || file === undefined) throw new Error('--photos and --weights are needed.');

/** The same numbers up to the order in which float32 sums are made. */
const tolerance = 1e-5;
const size = [224, 224, 3] as const;
const problems: string[] = [];

const largest = (ours: Float32Array, theirs: ArrayLike<number>) =>
  ours.reduce((most, value, index) => Math.max(most, Math.abs(value - (theirs[index] ?? Number.NaN))), 0);
function compared(name: string, gap: number, allowed: number | null = tolerance): void {
  console.log(`${name}: largest difference ${gap.toExponential(1)}`);
  if (allowed !== null && !(gap <= allowed)) problems.push(`${name} differs by ${gap}`);
}

const template = templates.find(({ id }) => id === 'transfer')!;
const made = templateDocument(template, { alpha: '0.25', classes: 1 }, library);
const document = { ...made, training: { ...made.training, epochs: Number(epochs), dataset: 'photos' } };
const plan = compile(document, library);
const { training } = document;
const given: InNode.Given = { plan, training, wasmFiles: wasmFiles() };
const folder = mkdtempSync(join(tmpdir(), 'deepbrick-transfer-'));
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const bytesOf = (numbers: Float32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

/** The model out of a saved file: the document in it, and the weights by its plan. */
async function reopened(name: string, blob: Blob): Promise<InNode.Given & { readonly weights: WeightTensors }> {
  const opened = await readSavedModel([{ name, blob }]);
  try {
    const parsed = parse(opened.document ?? '');
    if (!parsed.ok) throw new Error(`${name} has no document in it.`);
    const own = compile(parsed.value, library);
    const match = matchWeights(own, opened.weights);
    if (!complete(match)) throw new Error(`${name}: ${JSON.stringify(match.report)}`);
    return { ...given, plan: own, training: parsed.value.training, weights: await matchedWeights(match) };
  } finally {
    opened.weights.close();
  }
}

const answer = z.object({
  gaps: z.record(z.string(), z.number()),
  notes: z.array(z.string()),
  different: z.number(),
});

/** What Keras says, of the same pixels and of photos that the script reads itself. */
function askKeras(question: object): void {
  const run = spawnSync(python ?? kerasPython(), [join(import.meta.dirname, 'transfer/check_transfer.py')], {
    input: `${JSON.stringify(question)}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(run.stderr.slice(-3000));
  const { gaps, notes, different } = answer.parse(JSON.parse(run.stdout.trim().split('\n').at(-1)!));
  for (const text of notes) console.log(text);
  if (different > 0) problems.push(`${different} tensors of the backbone are not those that Keras publishes`);
  // What another decoder and resizing make of a photo is no matter of the model.
  for (const [name, gap] of Object.entries(gaps))
    compared(name, gap, name.includes('its own photos') ? null : tolerance);
}

try {
  await withBundle<typeof InNode, void>(
    join(import.meta.dirname, 'transfer/inNode.ts'),
    async ({ trained, predicted }) => {
      const dataset = await photosIn(photos, size, training.interpolation);
      const { pixels, names } = heldBack(dataset);
      const published = [{ name: 'mobilenet.h5', blob: await openAsBlob(file) }];
      const { run, weights } = await trained(given, dataset, published);
      const ours = await predicted(given, weights, pixels);
      const { validationAccuracy } = run.epochs.at(-1)!;
      const right = (validationAccuracy ?? 0) * 100;
      console.log(
        `${dataset.count - names.length} photos learnt, ${names.length} held back: ${right.toFixed(1)} % right`,
      );

      const files: Partial<Record<SavedFormat, string>> = {};
      for (const format of ['keras', 'h5', 'tfjs', 'weights'] as const) {
        const blob = await saveModel({ plan, weights, document }, format);
        files[format] = put(`model${savedEndings[format]}`, new Uint8Array(await blob.arrayBuffer()));
        if (format === 'weights') continue;
        const again = await reopened(`model${savedEndings[format]}`, blob);
        compared(
          `our reader, ${savedEndings[format]}`,
          largest(ours, await predicted(again, again.weights, pixels)),
          0,
        );
      }

      const input = preprocessed(pixels.subarray(0, size[0] * size[1] * size[2]), 'tf');
      const sample = { shape: size, input, output: ours.slice(0, 1) };
      const project = await exportProject({ document, plan, weights, sample, sources: projectSources() });
      const answers = projectAnswers(project, resolve(photos), names.length);
      compared(
        `exported TypeScript, ${answers.size} photos read by itself`,
        largest(
          ours,
          names.map((name) => answers.get(name)!),
        ),
      );

      const home = join(folder, 'home');
      mkdirSync(join(home, 'models'), { recursive: true });
      copyFileSync(file, join(home, 'models', 'mobilenet_2_5_224_tf_no_top.h5'));
      askKeras({
        ...files,
        home,
        script: put('script.py', scriptFile({ document, plan })),
        photos: resolve(photos),
        names,
        size,
        pixels: put('pixels.bin', pixels),
        predictions: put('predictions.bin', bytesOf(ours)),
      });
    },
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? 'Transfer model: no problem.' : `Transfer model: ${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
