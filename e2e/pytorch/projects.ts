/**
 * `npx tsx e2e/pytorch/projects.ts [--keep] [IDS…]`: exports every template as a PyTorch project with drawn weights and a few
 * samples, and runs its test, training, resumed and fine-tuned training, and prediction; black and ruff look at every file,
 * also of random documents, of which only the test is run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { compile } from '../../src/compile/compile';
import { ExportRefused } from '../../src/exporters/exportRefused';
import { pytorch } from '../../src/exporters/pytorch';
import { library } from '../../templates/index';
import { randomGraph } from '../documents/randomGraph';
import { writePhotos } from '../keras/projects/photoFolder';
import { programsOf } from '../keras/projects/programs';
import { type ProjectCase, projectCases, suppliesOf } from '../keras/projects/projectCases';
import { writeSection } from '../keras/projects/table';
import type * as Numbers from '../keras/saved/numbers';
import { PythonLines } from '../keras/saved/pythonLines';
import { withBundle } from '../nodeBundle';
import { pythonOf } from '../python';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean', default: false } },
});
const python = pythonOf(import.meta.dirname, 'PyTorch');
const root = mkdtempSync(join(tmpdir(), 'deepbrick-pytorch-'));
const answer = z.object({
  versions: z.string(),
  ran: z.array(z.object({ problem: z.string().nullable(), seconds: z.number(), said: z.string() })),
});

const randomCases = Array.from({ length: 60 }, (_, seed): ProjectCase => {
  const document = randomGraph(seed);
  return {
    id: `random ${seed}`,
    group: 'random documents',
    document,
    plan: compile(document, library),
    large: true,
    photos: false,
  };
});

/** The project's folder, with photos where it wants some; or why it is refused. */
async function written(one: ProjectCase, numbers: typeof Numbers): Promise<{ folder: string } | { refused: string }> {
  const folder = join(root, one.id.replaceAll(' ', '-'));
  try {
    const files = await pytorch.files(one, suppliesOf(one, numbers));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    return { refused: `refused: ${error.trouble.code}` };
  }
  const units = one.plan.shapes[one.plan.outputs[0] ?? '']?.at(-1) ?? 2;
  if (one.photos) writePhotos(join(folder, 'photos'), units === 1 ? 2 : units, units > 5 ? 2 : 8);
  return { folder };
}

/** What black and ruff say of a project's files, run in its folder; nothing where they are content. */
function judged(folder: string): string[] {
  return [
    ['black', '--check', '--quiet', '--diff', '.'],
    ['ruff', 'check', '--quiet', '--no-cache', '.'],
  ].flatMap(([tool, ...args]) => {
    const run = spawnSync(join(dirname(python), tool!), args, { encoding: 'utf8', cwd: folder });
    return run.status === 0 ? [] : [`${tool}: ${run.stdout}${run.stderr}`.slice(0, 3000)];
  });
}

/** Programs as they are asked for here: photos lie beside the project. */
function programsFor(one: ProjectCase): ReadonlyMap<string, readonly string[]> {
  const data = one.photos ? ['--data', 'photos'] : [];
  return new Map([...programsOf(one)].map(([name, words]) => [name, name === 'test' ? words : [...words, ...data]]));
}

const columns = ['test', 'train', 'resume', 'fine-tune', 'predict'] as const;
const problems: string[] = [];
const rows: string[][] = [];
let versions = 'PyTorch';

async function rowOf(one: ProjectCase, numbers: typeof Numbers, lines: PythonLines): Promise<string[]> {
  const head = [one.id, one.plan.totals.parameters.toLocaleString('en')];
  const project = await written(one, numbers);
  if ('refused' in project) return [...head, project.refused, ...columns.slice(1).map(() => '–'), '–', '–'];
  const programs = programsFor(one);
  const asked = await lines.ask({ folder: project.folder, programs: [...programs.values()] });
  const { versions: known, ran } = answer.parse(asked);
  versions = known;
  const names = [...programs.keys()];
  const failed = ran.flatMap(({ problem, said }, at) =>
    problem === null ? [] : [`${one.id}: ${names[at]!}: ${problem}\n${said.slice(-1500)}`],
  );
  const unclean = judged(project.folder).map((said) => `${one.id}: ${said}`);
  problems.push(...failed, ...unclean);
  const bare = ran[0]?.said.includes('no stored sample');
  const marks = columns.map((column) => {
    const done = ran[names.indexOf(column)];
    if (done === undefined) return '–';
    if (done.problem !== null) return 'failed';
    return column === 'test' && bare ? 'layers only' : 'ran';
  });
  for (const problem of [...failed, ...unclean]) console.error(problem);
  if (!values.keep) rmSync(project.folder, { recursive: true, force: true });
  const seconds = ran.reduce((sum, each) => sum + each.seconds, 0).toFixed(0);
  return [...head, ...marks, unclean.length === 0 ? 'clean' : 'changed', seconds];
}

const all = [...projectCases, ...randomCases];
const cases =
  positionals.length === 0 ? all : all.filter(({ id, group }) => positionals.some((p) => id === p || group === p));
const lines = new PythonLines('../../pytorch/run_projects.py', { python });
try {
  await withBundle<typeof Numbers, void>(join(import.meta.dirname, '../keras/saved/numbers.ts'), async (numbers) => {
    for (const one of cases) {
      rows.push(await rowOf(one, numbers, lines));
      console.log(rows.at(-1)!.join('  '));
    }
  });
} finally {
  lines.end();
  if (values.keep) console.log(root);
  else rmSync(root, { recursive: true, force: true });
}

for (const [title, own] of [
  ['Templates', projectCases],
  ['Random documents', randomCases],
] as const) {
  const ids = own.map(({ id }) => id);
  await writeSection(
    join(import.meta.dirname, 'projects.md'),
    "# Exported PyTorch projects\n\nWritten by `projects.ts`: drawn weights and a few samples. The test compares layers, parameters, what is trained, and the answer to a sample with our engine's.",
    {
      title,
      about(known) {
        const failed = known.filter((row) => row.some((cell) => cell === 'failed' || cell === 'changed'));
        const refused = known.filter((row) => row.some((cell) => cell.startsWith('refused')));
        return `${versions}: ${known.length} projects, ${refused.length} refused by name, ${failed.length} with problems.`;
      },
      head: ['document', 'parameters', ...columns, 'black, ruff', 'seconds'],
      rows: rows.filter(([id]) => ids.includes(id!)),
    },
    ids,
  );
}
console.log(`${rows.length} projects, ${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
