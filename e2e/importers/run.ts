/**
 * `npx tsx e2e/importers/run.ts FOLDER [NAME]`: every saved model below the folder is opened, and its parameters and
 * outputs are compared with those of TensorFlow.js or Keras; the table goes to `report.md`, unless only some are asked for.
 */
import { openAsBlob, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { format } from 'prettier';
import { z } from 'zod';
import { compile } from '../../src/compile/compile';
import type { Plan } from '../../src/compile/plan';
import { readSavedModel } from '../../src/formats/saved/readSavedModel';
import { savedContents } from '../../src/formats/saved/savedContents';
import type { NamedBlob } from '../../src/formats/weights/weightFile';
import { importNotes } from '../../src/i18n/imports/importNotes';
import { importTroubleText } from '../../src/i18n/troubles/importTrouble';
import { importModel } from '../../src/importers/importModel';
import { complete, matchWeights, matchedWeights } from '../../src/pretrained/matching/match';
import { library } from '../../templates/index';
import { PythonLines } from '../keras/saved/pythonLines';
import { withBundle } from '../nodeBundle';
import type * as Engine from './node';
import { type Row, importReport } from './row';
import { type Reference, tfjsAnswer } from './tfjsAnswer';

const kerasAnswer = z.union([
  z.object({ parameters: z.number(), outputs: z.nullable(z.array(z.array(z.number()))) }),
  z.object({ error: z.string() }),
]);

const [folder = '', only = ''] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(json|h5|hdf5|keras)$/.test(name) && name.includes(only))
  .toSorted();

async function blobsBeside(path: string): Promise<readonly NamedBlob[]> {
  const names = readdirSync(dirname(path), { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== basename(path),
  );
  return Promise.all(names.map(async ({ name }) => ({ name, blob: await openAsBlob(join(dirname(path), name)) })));
}

/** Two samples: whole numbers for a layer that looks them up, else between 0 and 1; sizes that are open are small. */
function inputsFor(plan: Plan): Engine.InputValues[] {
  let state = 1;
  const next = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return plan.inputs.map((name) => {
    const { shape, call } = plan.steps.find((step) => step.name === name)!;
    const behind = plan.steps.filter(({ inputs }) => inputs.includes(name));
    const words = Math.min(...behind.flatMap(({ call: { traits } }) => traits.vocabulary ?? []));
    const batch = typeof call.args['batchSize'] === 'number' ? call.args['batchSize'] : 2;
    const full = [batch, ...shape.map((size) => size ?? 9)];
    const length = full.reduce((product, size) => product * size, 1);
    const values = Array.from({ length }, () => (Number.isFinite(words) ? Math.floor(next() * words) : next()));
    return { shape: full, values };
  });
}

/** Outputs in the other's order: of those that are as long, the nearest. */
const inOrder = (ours: readonly (readonly number[])[], theirs: readonly (readonly number[])[]) =>
  ours.map((output) => {
    const alike = theirs.filter(({ length }) => length === output.length);
    return alike.toSorted((a, b) => largest([output], [a]) - largest([output], [b]))[0] ?? [];
  });

const largest = (ours: readonly (readonly number[])[], theirs: readonly (readonly number[])[]) =>
  Math.max(
    ...ours.flatMap((output, at) =>
      output.map((value, index) => Math.abs(value - (theirs[at]?.[index] ?? Number.NaN))),
    ),
  );

const python = new PythonLines('../../importers/answer.py');

async function referenceFor(
  path: string,
  inputs: readonly Engine.InputValues[],
  hasWeights: boolean,
): Promise<Reference | null> {
  const isTfjs = path.endsWith('.json') && !path.includes('keras_json');
  const own = isTfjs ? await tfjsAnswer(path, inputs, hasWeights) : null;
  if (own !== null) return own;
  const said = kerasAnswer.parse(await python.ask({ path, inputs, weights: hasWeights }));
  if ('error' in said) {
    console.error(`   Keras: ${said.error}`);
    return null;
  }
  return { by: 'Keras', ...said };
}

async function rowFor(engine: typeof Engine, name: string): Promise<Row> {
  const path = join(folder, name);
  const begun = performance.now();
  const file = { name: basename(path), blob: await openAsBlob(path) };
  const readSaved = (given: readonly NamedBlob[]) => savedContents((all) => readSavedModel(all), given);
  const read = await importModel(file, library, { beside: await blobsBeside(path), readSaved });
  const milliseconds = Math.round(performance.now() - begun);
  const bare = { file: name, parameters: null, truth: null, difference: null, milliseconds };
  if (!read.ok) return { ...bare, outcome: 'refused', said: importTroubleText(read.error, 'en') };
  const { document, report, weights } = read.value;
  for (const note of importNotes(report, 'en')) console.log(`   ${note}`);
  const plan = compile(document, library);
  const broken = plan.issues.filter(({ severity }) => severity === 'error');
  const placeholders = plan.steps.filter(({ call }) => call.traits.placeholder).length;
  const parameters = plan.totals.parameters;
  const said = `${plan.steps.length} bricks${broken.length > 0 ? `, ${broken.length} problems` : ''}${placeholders > 0 ? `, ${placeholders} placeholders` : ''}`;
  const outcome = placeholders > 0 || broken.length > 0 ? 'placeholder' : 'opened';
  const inputs = inputsFor(plan);
  const reference = await referenceFor(path, inputs, weights !== undefined);
  const truth = reference && { by: reference.by, parameters: reference.parameters };
  if (!weights || outcome !== 'opened') return { ...bare, outcome, said, parameters, truth };
  const opened = await readSavedModel(weights);
  const match = matchWeights(plan, opened.weights);
  const isWhole = complete(match) && match.report.byOrder.length === 0;
  const outputs = isWhole ? await engine.predicted(plan, await matchedWeights(match), inputs) : [];
  opened.weights.close();
  if (!isWhole) return { ...bare, outcome, said: `${said}, weights do not fit`, parameters, truth };
  const difference = reference?.outputs ? largest(outputs, inOrder(outputs, reference.outputs)) : null;
  return { ...bare, outcome, said: `${said}, weights`, parameters, truth, difference };
}

await withBundle<typeof Engine, void>(join(import.meta.dirname, 'node.ts'), async (engine) => {
  const rows: Row[] = [];
  for (const name of files) {
    const row = await rowFor(engine, name);
    console.log(
      `${row.file}: ${row.outcome}, ${row.said}; ${row.parameters ?? ''} ${JSON.stringify(row.truth)} ${row.difference ?? ''} (${row.milliseconds} ms)`,
    );
    rows.push({ ...row, file: relative(folder, join(folder, name)) });
  }
  const text = await format(importReport(rows), { parser: 'markdown', printWidth: 120 });
  if (only === '') writeFileSync(join(import.meta.dirname, 'report.md'), text);
  const gaps = rows.flatMap(({ difference }) => (difference === null ? [] : [difference]));
  const isWrong = rows.some(({ truth, parameters }) => truth !== null && truth.parameters !== parameters);
  process.exitCode = isWrong || gaps.some((gap) => !(gap <= 1e-5)) ? 1 : 0;
});
python.end();
