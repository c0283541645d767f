/**
 * `npx tsx e2e/keras/litert.ts --python PATH [NAMES…]`: exports one template of every family, the architectures with small
 * pictures and 40 random documents as Keras projects with drawn weights, and runs their `to_litert.py` with a Python that
 * has Keras and TensorFlow.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { compile } from '../../src/compile/compile';
import type { Document } from '../../src/document/document';
import { buildTemplate, isArchitecture } from '../../src/document/template';
import { ExportRefused } from '../../src/exporters/exportRefused';
import { kerasProject } from '../../src/exporters/keras/project/project';
import { saveModel } from '../../src/formats/saved/saveModel';
import { library, templates } from '../../templates/index';
import { randomModels } from '../documents/randomModels';
import { families } from './projects/projectCases';
import { writeSection } from './projects/table';
import { drawnWeights } from './saved/plans';
import { PythonLines } from './saved/pythonLines';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { python: { type: 'string' } } });
const randomDocuments = 40;
const root = mkdtempSync(join(tmpdir(), 'deepbrick-litert-'));
const answer = z.object({
  versions: z.string(),
  ran: z.array(z.object({ problem: z.string().nullable(), seconds: z.number(), said: z.string() })),
});

/** An architecture without its top on small pictures, and of the smallest width. */
function small(template: (typeof templates)[number]): Document {
  const side = Math.max(48, template.architecture?.minimum ?? 0);
  const options = { includeTop: false, pooling: 'avg', inputShape: [side, side, 3], alpha: 0.25 };
  return buildTemplate(
    template,
    Object.fromEntries(Object.entries(options).filter(([name]) => name in template.options)),
  );
}

const documents: readonly (readonly [name: string, document: Document])[] = [
  ...families.filter(({ photos }) => !photos).map(({ id, document }) => [id, document] as const),
  ...templates.filter(isArchitecture).map((template) => [`${template.id}, small`, small(template)] as const),
  ...randomModels(randomDocuments).map(({ document }, at) => [`random ${at}`, document] as const),
];

/** What the program ends with in words, and what it means in the table. */
const reasons = [
  ['LiteRT has no form', 'refused'],
  ['model.tflite answers otherwise', 'refused: answers otherwise'],
  ['must be unchanged', 'takes no such sample'],
] as const;
const said = (text: string, what: string) => new RegExp(`${what}: (\\S+) from Keras`).exec(text)?.[1] ?? '–';
const rows: string[][] = [];
const problems: string[] = [];
let versions = 'Keras on TensorFlow';
const started = () =>
  new PythonLines('../projects/run_projects.py', {
    ...(values.python !== undefined && { python: values.python }),
    env: { KERAS_BACKEND: 'tensorflow', TF_CPP_MIN_LOG_LEVEL: '3' },
  });
let python = started();

/** The program's answer; where TensorFlow took the whole process down with it, another one is started. */
async function asked(folder: string): Promise<z.infer<typeof answer>> {
  try {
    return answer.parse(await python.ask({ folder, programs: [['to_litert.py']] }));
  } catch (error) {
    python.end();
    python = started();
    return { versions, ran: [{ problem: `Python ended: ${String(error).slice(-300)}`, seconds: 0, said: '' }] };
  }
}

async function rowOf(name: string, document: Document): Promise<string[]> {
  const plan = compile(document, library);
  const head = [name, plan.totals.parameters.toLocaleString('en')];
  const folder = join(root, 'project');
  rmSync(folder, { recursive: true, force: true });
  try {
    const saved = await saveModel({ plan, weights: drawnWeights(plan), document: null }, 'weights');
    const weights = new Uint8Array(await saved.arrayBuffer());
    const files = await kerasProject({ document, plan, weights, sample: null, data: null });
    if (!('to_litert.py' in files)) return [...head, 'refused: stateful', 'refused: stateful'];
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    return [...head, `refused: ${error.trouble.code}`, '–'];
  }
  const { versions: known, ran } = await asked(folder);
  versions = known;
  const [{ problem, said: text } = { problem: 'no answer', said: '' }] = ran;
  const refused = problem === null ? null : (reasons.find(([words]) => problem.includes(words)) ?? null);
  if (problem !== null && refused === null) problems.push(`${name}: ${problem}\n${text.slice(-1500)}`);
  if (problem === null) return [...head, said(text, 'saved_model'), said(text, 'model.tflite')];
  const why =
    refused === null ? 'failed' : `${refused[1]}${/form for this model(: .*)/.exec(problem)?.[1]?.slice(0, 90) ?? ''}`;
  return [...head, said(text, 'saved_model'), why];
}

try {
  for (const [name, document] of documents) {
    if (positionals.length > 0 && !positionals.some((part) => name.includes(part))) continue;
    rows.push(await rowOf(name, document));
    console.log(rows.at(-1)!.join('  '));
    if (rows.at(-1)!.includes('failed')) console.error(problems.at(-1));
  }
} finally {
  python.end();
  rmSync(root, { recursive: true, force: true });
}
await writeSection(
  join(import.meta.dirname, 'litert.md'),
  "# SavedModel and LiteRT\n\nWritten by `litert.ts`: what `to_litert.py` of exported Keras projects says, with drawn weights. It writes both, runs them on a random sample and compares with Keras's answer, relative above 1; allowed is 1e-5.",
  {
    title: 'On TensorFlow',
    about(all) {
      const failed = all.filter((row) => row.includes('failed')).length;
      const refused = all.filter((row) => row.some((cell) => cell.startsWith('refused'))).length;
      return `${versions}: ${all.length} models, ${refused} refused in words, ${failed} with problems.`;
    },
    head: ['document', 'parameters', 'SavedModel', 'LiteRT'],
    rows,
  },
  documents.map(([name]) => name),
);
console.log(`${rows.length} models, ${problems.length} problems.`);
process.exitCode = problems.length === 0 && rows.length > 0 ? 0 : 1;
