/**
 * `npx tsx e2e/pytorch/curves.ts [NAMES…]`: trains documents, one setting of training at a time, with our engine and, from the
 * same weights, as exported PyTorch projects, and compares every number of every epoch.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { imagenetClassesHere } from '../../src/cli/imagenetClassesHere';
import { wasmFiles } from '../../src/cli/loadEngine';
import { compile } from '../../src/compile/compile';
import { stateful } from '../../src/compile/stateful';
import { pytorch } from '../../src/exporters/pytorch';
import { library } from '../../templates/index';
import type * as Curve from '../keras/projects/curve';
import { type CurveCase, curveCases } from '../keras/projects/curveCases';
import { type Row, compared, curvesIn, rowOf } from '../keras/projects/curveRows';
import { writeSection } from '../keras/projects/table';
import { PythonLines } from '../keras/saved/pythonLines';
import { withBundle } from '../nodeBundle';
import { pythonOf } from '../python';

/** Relative or absolute: float32 sums in another order, over some dozens of steps. */
const tolerance = 1e-4;
const only = process.argv.slice(2);
const root = mkdtempSync(join(tmpdir(), 'deepbrick-pytorch-curves-'));
const answer = z.object({ ran: z.array(z.object({ problem: z.string().nullable(), said: z.string() })) });

/** A project goes through the samples in the editor's order, shuffled or not. */
async function cases(): Promise<readonly CurveCase[]> {
  const all = (await curveCases()).filter(({ document }) => !stateful(compile(document, library)));
  const shuffled = all.slice(0, 3).map((one): CurveCase => {
    const training = { ...one.document.training, shuffle: true };
    return { ...one, name: `${one.name}, shuffled`, document: { ...one.document, training } };
  });
  return [...all, ...shuffled];
}

/** Writes the project with the weights that our training starts from; gives our epochs. */
async function project({ document, dataset }: CurveCase, curve: typeof Curve, folder: string): Promise<readonly Row[]> {
  const plan = compile(document, library);
  const { start, epochs } = await curve.curveOf({ plan, training: document.training, dataset, wasmFiles: wasmFiles() });
  const files = await pytorch.files(
    { document, plan },
    {
      weights: async () => start,
      kerasWeights: () => Promise.reject(new Error('A PyTorch project takes no HDF5.')),
      sample: async () => null,
      imagenetClasses: async () => imagenetClassesHere(),
      data: async () => dataset,
      sources: () => Promise.reject(new Error('A PyTorch project takes none of our sources.')),
    },
  );
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return epochs.map((epoch) => rowOf(epoch, 'validation_'));
}

const rows: string[][] = [];
const names: string[] = [];
const problems: string[] = [];
const python = new PythonLines('../../pytorch/run_programs.py', { python: pythonOf(import.meta.dirname, 'PyTorch') });
try {
  await withBundle<typeof Curve, void>(join(import.meta.dirname, '../keras/projects/curve.ts'), async (curve) => {
    const all = await cases();
    names.push(...all.map(({ name }) => name));
    const chosen = all.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
    for (const [at, one] of chosen.entries()) {
      const folder = join(root, String(at));
      const ours = await project(one, curve, folder);
      const { ran } = answer.parse(await python.ask({ folder, programs: [['train.py']] }));
      const [{ problem, said } = { problem: 'no answer', said: '' }] = ran;
      const { gap, where } = compared(ours, curvesIn(join(folder, 'trained/curves.csv')), 'PyTorch');
      const ok = problem === null && gap <= tolerance;
      if (!ok) problems.push(`${one.name}: ${problem ?? where}${problem === null ? '' : `\n${said.slice(-800)}`}`);
      const numbers = Object.keys(ours[0] ?? {}).length * ours.length;
      rows.push([one.name, String(ours.length), String(numbers), gap.toExponential(1)]);
      console.log(rows.at(-1)!.join('  '));
      if (!ok) console.error(problems.at(-1));
      rmSync(folder, { recursive: true, force: true });
    }
  });
} finally {
  python.end();
  rmSync(root, { recursive: true, force: true });
}
await writeSection(
  join(import.meta.dirname, 'curves.md'),
  '# Training in PyTorch\n\nWritten by `curves.ts`.',
  {
    title: 'One setting at a time',
    about: (all) =>
      `Our engine against exported PyTorch projects, from the same weights, in the same order of samples: the largest difference of every number of every epoch, relative above 1. ${all.filter((row) => !(Number(row.at(-1)) <= tolerance)).length} of ${all.length} differ by more than ${tolerance}.`,
    head: ['training', 'epochs', 'numbers', 'largest difference'],
    rows,
  },
  names,
);
console.log(`${rows.length} curves, ${problems.length} problems.`);
process.exitCode = problems.length === 0 && rows.length > 0 ? 0 : 1;
