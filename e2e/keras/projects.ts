/**
 * `npx tsx e2e/keras/projects.ts [--backend jax|tensorflow|torch] [--python PATH] [--all] [--keep] [IDS…]`: exports templates
 * as Keras projects with drawn weights and a few samples, and runs their test, one epoch of training, the prediction and
 * the one script; black and ruff look at every file. By itself all templates on JAX, on other backends one per family (on TensorFlow those that keep a state, too);
 * PATH is a Python with that backend. The report has what was run last on each backend.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { stateful } from '../../src/compile/stateful';
import { keras } from '../../src/exporters/keras';
import { backendsFor } from '../../src/exporters/keras/project/kerasBackend';
import { scriptFile } from '../../src/exporters/keras/project/scriptFile';
import { withBundle } from '../nodeBundle';
import { pythonOf } from '../python';
import { writePhotos } from './projects/photoFolder';
import { programsOf } from './projects/programs';
import { type ProjectCase, families, projectCases, suppliesOf } from './projects/projectCases';
import { writeSection } from './projects/table';
import type * as Numbers from './saved/numbers';
import { PythonLines } from './saved/pythonLines';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    backend: { type: 'string', default: 'jax' },
    python: { type: 'string' },
    all: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const { backend } = values;
const own = pythonOf(join(import.meta.dirname, 'projects'), 'Keras project');
/** Keras trains what keeps its state between batches on TensorFlow alone. */
const trainable = projectCases.filter(({ plan }) => backendsFor({ stateful: stateful(plan) }).includes(backend));
const chosen =
  backend === 'jax' || values.all
    ? trainable
    : trainable.filter((one) => families.includes(one) || one.plan.steps.some(({ call }) => call.traits.stateful));
const cases = positionals.length === 0 ? chosen : trainable.filter(({ id }) => positionals.includes(id));
const root = mkdtempSync(join(tmpdir(), 'deepbrick-projects-'));

const program = z.object({ problem: z.string().nullable(), seconds: z.number(), said: z.string() });
const answer = z.object({ versions: z.string(), ran: z.array(program) });

/** The project's folder, with photos where it wants some, and the one script beside. */
async function written(one: ProjectCase, numbers: typeof Numbers): Promise<string> {
  const folder = join(root, one.id);
  const files = await keras.files(one, suppliesOf(one, numbers));
  for (const [path, content] of Object.entries({ ...files, 'script.py': scriptFile(one) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const [output = ''] = one.plan.outputs;
  const units = one.plan.shapes[output]?.at(-1) ?? 2;
  if (one.photos) writePhotos(join(folder, 'photos'), units === 1 ? 2 : Math.min(units, 3), 8);
  return folder;
}

const columns = ['test', 'train', 'resume', 'fine-tune', 'predict', 'script'] as const;

/** What is run, by column. */
function programsFor(one: ProjectCase): ReadonlyMap<string, readonly string[]> {
  const programs = programsOf(one);
  const [, ...rest] = programs.get('train') ?? [];
  return programs.has('train') ? programs.set('script', ['script.py', ...rest]) : programs;
}

/** What black and ruff say of a project's files, run in its folder; nothing where they are content. */
function judged(folder: string): string[] {
  return [
    ['black', '--check', '--quiet', '--diff', '.'],
    ['ruff', 'check', '--quiet', '--no-cache', '.'],
  ].flatMap(([tool, ...args]) => {
    const run = spawnSync(join(dirname(own), tool!), args, { encoding: 'utf8', cwd: folder });
    return run.status === 0 ? [] : [`${tool}: ${run.stdout}${run.stderr}`.slice(0, 3000)];
  });
}

const problems: string[] = [];
const rows: string[][] = [];
let versions = backend;
const python = new PythonLines('../projects/run_projects.py', {
  python: values.python ?? own,
  env: { KERAS_BACKEND: backend },
});
try {
  await withBundle<typeof Numbers, void>(join(import.meta.dirname, 'saved/numbers.ts'), async (numbers) => {
    for (const one of cases) {
      const folder = await written(one, numbers);
      const programs = programsFor(one);
      const { versions: known, ran: answers } = answer.parse(
        await python.ask({ folder, programs: [...programs.values()] }),
      );
      versions = known;
      const failed = answers.flatMap(({ problem, said }, at) =>
        problem === null
          ? []
          : [`${one.id}: ${[...programs.values()][at]!.join(' ')}: ${problem}\n${said.slice(-1200)}`],
      );
      const layersOnly = answers[0]?.said.includes('no stored sample');
      const unclean = judged(folder);
      failed.push(...unclean.map((said) => `${one.id}: ${said}`));
      problems.push(...failed);
      const seconds = answers.reduce((sum, each) => sum + each.seconds, 0);
      const names = [...programs.keys()];
      const marks = columns.map((column) => {
        const done = answers[names.indexOf(column)];
        if (done === undefined) return '–';
        if (done.problem !== null) return 'failed';
        return column === 'test' && layersOnly ? 'layers only' : 'ran';
      });
      rows.push([
        one.id,
        one.plan.totals.parameters.toLocaleString('en'),
        ...marks,
        unclean.length === 0 ? 'clean' : 'changed',
        seconds.toFixed(0),
      ]);
      console.log(rows.at(-1)!.join('  '));
      for (const problem of failed) console.error(problem);
    }
  });
} finally {
  python.end();
  if (values.keep) console.log(root);
  else rmSync(root, { recursive: true, force: true });
}

await writeSection(
  join(import.meta.dirname, 'projects.md'),
  "# Exported Keras projects\n\nWritten by `projects.ts`: templates with drawn weights and a few samples. The test compares layers, parameters and the answer to a sample with our engine's.",
  {
    title: `On ${backend}`,
    about: (all) => {
      const failed = all.filter((row) => row.some((cell) => cell === 'failed' || cell === 'changed'));
      return `${versions}: ${all.length} projects, ${failed.length} with problems.`;
    },
    head: ['template', 'parameters', ...columns, 'black, ruff', 'seconds'],
    rows,
  },
  trainable.map(({ id }) => id),
);
console.log(`${rows.length} projects, ${problems.length} problems.`);
process.exitCode = problems.length === 0 ? 0 : 1;
