/**
 * `npx tsx e2e/keras/curves.ts [--keep] [--backend tensorflow --python PATH] [NAMES…]`: trains documents, one setting of training at a time, with our engine and,
 * from the same weights and in the same order, as exported Keras projects on JAX (models that keep their state on TensorFlow, with a Python that has it), and compares every number of every epoch.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { wasmFiles } from '../../src/cli/loadEngine';
import { compile } from '../../src/compile/compile';
import { stateful } from '../../src/compile/stateful';
import { kerasProject } from '../../src/exporters/keras/project/project';
import { saveModel } from '../../src/formats/saved/saveModel';
import { library } from '../../templates/index';
import { withBundle } from '../nodeBundle';
import { kerasPython } from './python';
import { type CurveCase, curveCases } from './projects/curveCases';
import type * as Curve from './projects/curve';
import { type Row, compared, curvesIn, rowOf } from './projects/curveRows';
import { writeSection } from './projects/table';
import { PythonLines } from './saved/pythonLines';

/** Relative or absolute: float32 sums in another order, over some dozens of steps. */
const tolerance = 1e-4;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    keep: { type: 'boolean', default: false },
    backend: { type: 'string', default: 'jax' },
    python: { type: 'string' },
  },
});
const root = mkdtempSync(join(tmpdir(), 'deepbrick-curves-'));
const answer = z.object({ ran: z.array(z.object({ problem: z.string().nullable(), said: z.string() })) });

async function project(
  { document, dataset, name }: CurveCase,
  curve: typeof Curve,
  folder: string,
): Promise<readonly Row[]> {
  const plan = compile(document, library);
  const broken = plan.issues.find(({ severity }) => severity === 'error');
  if (broken) throw new Error(`${name}: ${JSON.stringify(broken)}`);
  const { start, epochs } = await curve.curveOf({ plan, training: document.training, dataset, wasmFiles: wasmFiles() });
  const saved = await saveModel({ plan, weights: start, document: null }, 'weights');
  const weights = new Uint8Array(await saved.arrayBuffer());
  const files = await kerasProject({ document, plan, weights, sample: null, data: dataset });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return epochs.map((epoch) => rowOf(epoch, 'val_'));
}

const rows: string[][] = [];
const names: string[] = [];
const problems: string[] = [];
const python = new PythonLines('../projects/run_projects.py', {
  python: values.python ?? kerasPython(),
  env: { KERAS_BACKEND: values.backend },
});
try {
  await withBundle<typeof Curve, void>(join(import.meta.dirname, 'projects/curve.ts'), async (curve) => {
    // Keras on JAX keeps no state between batches, and the project refuses it.
    const remembers = ({ document }: CurveCase) => stateful(compile(document, library));
    const all = (await curveCases()).filter((one) => values.backend !== 'jax' || !remembers(one));
    names.push(...all.map(({ name }) => name));
    const cases = all.filter(({ name }) => positionals.length === 0 || positionals.some((part) => name.includes(part)));
    for (const [at, one] of cases.entries()) {
      const folder = join(root, String(at));
      const ours = await project(one, curve, folder);
      const { ran } = answer.parse(await python.ask({ folder, programs: [['train.py']] }));
      const [{ problem, said } = { problem: 'no answer', said: '' }] = ran;
      const { gap, where } = compared(ours, curvesIn(join(folder, 'trained/curves.csv')), 'Keras');
      const ok = problem === null && gap <= tolerance;
      if (!ok) problems.push(`${one.name}: ${problem ?? where}${problem === null ? '' : `\n${said.slice(-800)}`}`);
      const numbers = Object.keys(ours[0] ?? {}).length * ours.length;
      rows.push([one.name, String(ours.length), String(numbers), gap.toExponential(1)]);
      console.log(rows.at(-1)!.join('  '));
      if (!ok) console.error(problems.at(-1));
    }
  });
} finally {
  python.end();
  if (values.keep) console.log(root);
  else rmSync(root, { recursive: true, force: true });
}
await writeSection(
  join(import.meta.dirname, 'curves.md'),
  '# Training in Keras\n\nWritten by `curves.ts`.',
  {
    title: `On ${values.backend}`,
    about: (all) =>
      `Our engine against exported Keras projects, from the same weights, in the same order of samples: the largest difference of every number of every epoch, relative above 1. ${all.filter((row) => !(Number(row.at(-1)) <= tolerance)).length} of ${all.length} differ by more than ${tolerance}.`,
    head: ['training', 'epochs', 'numbers', 'largest difference'],
    rows,
  },
  names,
);
console.log(`${rows.length} curves, ${problems.length} problems.`);
process.exitCode = problems.length === 0 && rows.length > 0 ? 0 : 1;
