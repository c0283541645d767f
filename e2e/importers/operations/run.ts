/**
 * `npx tsx e2e/importers/operations/run.ts [NAME [FOLDER]]`: every operation that a brick can do is read from code, `.keras` and `.h5`, and answers
 * as in Keras, or stands as a placeholder under its name. The table goes to `report.md`, unless only some are asked for;
 * what Keras says is kept in the folder, and read from there if it is of the same cases.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../../src/compile/compile';
import { placeholderType } from '../../../src/document/structure/placeholder';
import { readSavedModel } from '../../../src/formats/saved/readSavedModel';
import { savedContents } from '../../../src/formats/saved/savedContents';
import type { NamedBlob } from '../../../src/formats/weights/weightFile';
import { importTroubleText } from '../../../src/i18n/troubles/importTrouble';
import { importModel } from '../../../src/importers/importModel';
import { library } from '../../../templates/index';
import { kerasPython } from '../../keras/python';
import { withBundle } from '../../nodeBundle';
import type * as Engine from '../node';
import type { Listed } from '../savedModels';
import { type OperationCase, operationCases } from './cases';

type Answer = { readonly inputs: readonly Listed[]; readonly outputs: readonly Listed[] } | { readonly error: string };

const [only = '', kept = ''] = process.argv.slice(2);
const folder = kept === '' ? mkdtempSync(join(tmpdir(), 'operations-')) : kept;
const list = join(folder, 'cases.json');
const wanted = JSON.stringify(operationCases);
if (!existsSync(list) || readFileSync(list, 'utf8') !== wanted) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(list, wanted);
  execFileSync(kerasPython(), [join(import.meta.dirname, 'answers.py'), list, folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
const answers = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as Record<string, Answer>;

const readSaved = (given: readonly NamedBlob[]) => savedContents((all) => readSavedModel(all), given);

/** Null: not a finite number in Keras. */
const gapOf = (value: number, wanted: number | null) =>
  wanted === null ? (Number.isFinite(value) ? Infinity : 0) : Math.abs(value - wanted) / Math.max(1, Math.abs(wanted));

async function said(name: string, blob: Blob, answer: Extract<Answer, { inputs: unknown }>, engine: typeof Engine) {
  const read = await importModel({ name, blob }, library, { readSaved });
  if (!read.ok) return `refused: ${importTroubleText(read.error, 'en')}`;
  const { document } = read.value;
  const places = Object.values(document.nodes).filter(({ type }) => type === placeholderType);
  if (places.length > 0) return `placeholder: ${places.map(({ params }) => String(params['className'])).join(', ')}`;
  const plan = compile(document, library);
  if (plan.issues.length > 0)
    return `problem: ${plan.issues
      .map((each) => JSON.stringify(each))
      .join()
      .slice(0, 300)}`;
  const outputs = await engine.predicted(plan, {}, answer.inputs);
  const wanted = answer.outputs.map(({ values }) => values);
  if (outputs.length !== wanted.length || outputs.some(({ length }, at) => length !== wanted[at]!.length))
    return 'WRONG: other sizes';
  const gap = Math.max(
    ...outputs.flatMap((output, at) => output.map((value, index) => gapOf(value, wanted[at]![index] ?? null))),
  );
  return gap <= 1e-5 ? 'same' : `WRONG: ${gap.toExponential(1)}`;
}

const rows: (readonly [OperationCase, readonly string[]])[] = [];
await withBundle<typeof Engine, void>('e2e/importers/node.ts', async (engine) => {
  for (const [at, each] of operationCases.entries()) {
    if (!each.name.includes(only)) continue;
    const answer = answers[at]!;
    if ('error' in answer) {
      rows.push([each, [`Keras: ${answer.error}`]]);
      continue;
    }
    const results = [await said('model.py', new Blob([each.code]), answer, engine)];
    for (const kind of ['keras', 'h5']) {
      let bytes: Buffer;
      try {
        bytes = readFileSync(join(folder, `${at}.${kind}`));
      } catch {
        results.push('not written by Keras');
        continue;
      }
      results.push(await said(`model.${kind}`, new Blob([new Uint8Array(bytes)]), answer, engine));
    }
    rows.push([each, results]);
  }
});

const table = rows.map(
  ([{ name }, results]) => `| ${[name, ...results].map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`,
);
const all = rows.flatMap(([, results]) => results);
const count = (start: string) => all.filter((result) => result.startsWith(start)).length;
const head = `${rows.length} models, each as code, \`.keras\` and \`.h5\`: ${count('same')} answer as in Keras (≤ 1e-5), ${count('placeholder')} stand as placeholders under the operation's name, ${count('refused')} are refused in words, ${count('WRONG')} wrong, ${count('problem')} with problems.`;
const text = [
  '# Operations in code and in files',
  '',
  head,
  '',
  '| operation | code | .keras | .h5 |',
  '| --- | --- | --- | --- |',
  ...table,
  '',
].join('\n');
if (only === '') writeFileSync(join(import.meta.dirname, 'report.md'), text);
process.stdout.write(only === '' ? `${head}\n` : text);
process.exitCode = count('WRONG') + count('problem') > 0 ? 1 : 0;
