/**
 * `npx tsx e2e/keras/notebooks.ts [--keep] [IDS…]`: exports one template of every family as a notebook, English and Korean in
 * turn, with drawn weights and a few samples, and executes it from top to bottom on JAX.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { notebook } from '../../src/exporters/notebook';
import { withBundle } from '../nodeBundle';
import { pythonOf } from '../python';
import { writePhotos } from './projects/photoFolder';
import { families, projectCases, suppliesOf } from './projects/projectCases';
import { writeSection } from './projects/table';
import type * as Numbers from './saved/numbers';
import { PythonLines } from './saved/pythonLines';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keep: { type: 'boolean', default: false } },
});
const executed = z.object({
  problem: z.string().nullable(),
  seconds: z.number(),
  cells: z.number(),
  executed: z.number(),
  pictures: z.number(),
  said: z.string(),
});
const cases = positionals.length === 0 ? families : projectCases.filter(({ id }) => positionals.includes(id));
const root = mkdtempSync(join(tmpdir(), 'deepbrick-notebooks-'));
const python = new PythonLines('../projects/run_notebooks.py', {
  python: pythonOf(join(import.meta.dirname, 'projects'), 'Keras project'),
  env: { KERAS_BACKEND: 'jax' },
});
const rows: string[][] = [];
const problems: string[] = [];
try {
  await withBundle<typeof Numbers, void>(join(import.meta.dirname, 'saved/numbers.ts'), async (numbers) => {
    for (const [at, one] of cases.filter(({ large }) => !large).entries()) {
      const folder = join(root, one.id);
      // Fewer epochs than in a lesson: every cell runs all the same.
      const training = { ...one.document.training, epochs: Math.min(2, one.document.training.epochs) };
      const language = at % 2 === 0 ? 'en' : 'ko';
      const model = { ...one, document: { ...one.document, training }, language } as const;
      const files = await notebook.files(model, suppliesOf(one, numbers));
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      if (one.photos) writePhotos(join(folder, 'photos'), 2, 8);
      const answer = executed.parse(await python.ask({ folder }));
      if (answer.problem !== null) problems.push(`${one.id}: ${answer.problem}`);
      const { cells, executed: done, pictures, seconds } = answer;
      rows.push([
        one.id,
        language,
        `${done} of ${cells}`,
        `${pictures}`,
        seconds.toFixed(0),
        answer.problem === null ? 'ran' : 'failed',
      ]);
      console.log(rows.at(-1)!.join('  '));
      if (answer.problem !== null) console.error(answer.problem);
    }
  });
} finally {
  python.end();
  if (values.keep) console.log(root);
  else rmSync(root, { recursive: true, force: true });
}
await writeSection(
  join(import.meta.dirname, 'notebooks.md'),
  '# Exported notebooks\n\nWritten by `notebooks.ts`.',
  {
    title: 'On jax',
    about: (all) =>
      `One template of every family, validated by nbformat and executed from top to bottom by nbclient; ${all.filter((row) => row.at(-1) !== 'ran').length} failed.`,
    head: ['template', 'language', 'code cells', 'drawings', 'seconds', 'result'],
    rows,
  },
  projectCases.map(({ id }) => id),
);
console.log(`${rows.length} notebooks, ${problems.length} problems.`);
process.exitCode = problems.length === 0 && rows.length > 0 ? 0 : 1;
