import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { wasmFiles } from '../../../src/cli/loadEngine';
import { compile } from '../../../src/compile/compile';
import type { ExportedFiles, ExportedModel } from '../../../src/exporters/exporter';
import type { Dataset } from '../../../src/data/dataset';
import type { WeightTensors } from '../../../src/formats/weights/weightTensors';
import { library } from '../../../templates/index';
import { withBundle } from '../../nodeBundle';
import type { PythonLines } from '../saved/pythonLines';
import type * as Curve from './curve';
import type { CurveCase } from './curveCases';
import { type Row, compared, curvesIn, rowOf } from './curveRows';
import { writeSection } from './table';

/** Relative or absolute: float32 sums in another order, over some dozens of steps. */
const tolerance = 1e-4;
const answer = z.object({ ran: z.array(z.object({ problem: z.string().nullable(), said: z.string() })) });

/** Exported projects that train beside our engine. */
export interface Beside {
  /** Who trains there. */
  readonly tool: string;
  readonly python: PythonLines;
  /** What the names of validation begin with in its curves. */
  readonly validation: string;
  /** The project that starts from these weights. */
  files(model: ExportedModel, start: WeightTensors, dataset: Dataset): Promise<ExportedFiles>;
  /** Every case, and parts of the names of those that are trained now; none: all. */
  readonly cases: readonly CurveCase[];
  readonly only: readonly string[];
  readonly keep: boolean;
  /** The file of the report, and its section. */
  readonly report: { readonly file: string; readonly title: string };
}

/** Writes the project; gives our epochs. Throws where the document has problems. */
async function project({ document, dataset, name }: CurveCase, beside: Beside, curve: typeof Curve, folder: string) {
  const plan = compile(document, library);
  const broken = plan.issues.find(({ severity }) => severity === 'error');
  if (broken) throw new Error(`${name}: ${JSON.stringify(broken)}`);
  const { start, epochs } = await curve.curveOf({ plan, training: document.training, dataset, wasmFiles: wasmFiles() });
  const files = await beside.files({ document, plan }, start, dataset);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return epochs.map((epoch): Row => rowOf(epoch, beside.validation));
}

/**
 * Trains documents with our engine and, from the same weights and in the same order of samples, as exported projects;
 * compares every number of every epoch, and writes the report. Gives the number of problems.
 */
export async function curvesBeside(beside: Beside): Promise<number> {
  const { tool, python, cases, only, report } = beside;
  const root = mkdtempSync(join(tmpdir(), 'deepbrick-curves-'));
  const rows: string[][] = [];
  const problems: string[] = [];
  const chosen = cases.filter(({ name }) => only.length === 0 || only.some((part) => name.includes(part)));
  try {
    await withBundle<typeof Curve, void>(join(import.meta.dirname, 'curve.ts'), async (curve) => {
      for (const [at, one] of chosen.entries()) {
        const folder = join(root, String(at));
        const ours = await project(one, beside, curve, folder);
        const { ran } = answer.parse(await python.ask({ folder, programs: [['train.py']] }));
        const [{ problem, said } = { problem: 'no answer', said: '' }] = ran;
        const { gap, where } = compared(ours, curvesIn(join(folder, 'trained/curves.csv')), tool);
        const ok = problem === null && gap <= tolerance;
        if (!ok) problems.push(`${one.name}: ${problem ?? where}${problem === null ? '' : `\n${said.slice(-800)}`}`);
        const numbers = Object.keys(ours[0] ?? {}).length * ours.length;
        rows.push([one.name, String(ours.length), String(numbers), gap.toExponential(1)]);
        console.log(rows.at(-1)!.join('  '));
        if (!ok) console.error(problems.at(-1));
        if (!beside.keep) rmSync(folder, { recursive: true, force: true });
      }
    });
  } finally {
    python.end();
    if (beside.keep) console.log(root);
    else rmSync(root, { recursive: true, force: true });
  }
  await writeSection(
    report.file,
    `# Training in ${tool}\n\nWritten by \`curves.ts\`.`,
    {
      title: report.title,
      about: (all) =>
        `Our engine against exported ${tool} projects, from the same weights, in the same order of samples: the largest difference of every number of every epoch, relative above 1. ${all.filter((row) => !(Number(row.at(-1)) <= tolerance)).length} of ${all.length} differ by more than ${tolerance}.`,
      head: ['training', 'epochs', 'numbers', 'largest difference'],
      rows,
    },
    cases.map(({ name }) => name),
  );
  console.log(`${rows.length} curves, ${problems.length} problems.`);
  return rows.length === 0 ? 1 : problems.length;
}
