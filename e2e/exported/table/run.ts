/**
 * `npx tsx e2e/exported/table/run.ts [--random 200] [--part 1/3] [--rows FILE] [NAMES…]`: every template and random documents
 * in every target: written or refused by name, built by the tool itself, and how far its numbers are from our engine's.
 * Parts can run side by side and keep their rows; `--report FILE…` makes the report of their files, the last one of a name.
 */
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { format } from 'prettier';
import { layerNames } from '../../../src/compile/layerNames';
import { ExportRefused } from '../../../src/exporters/exportRefused';
import { exporters } from '../../../src/exporters/index';
import { type Question, askKeras } from '../../keras/askKeras';
import { withBundle } from '../../nodeBundle';
import { Onnxruntime } from '../../onnx/askOnnxruntime';
import { type Answer, answerSchema } from '../../pytorch/answer';
import { pythonOf } from '../../python';
import type * as Cases from './tableCases';
import { type Cell, type Row, rowsSchema, tableReport } from './tableReport';
import { bareSupplies } from '../writtenSupplies';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    random: { type: 'string', default: '200' },
    part: { type: 'string', default: '1/1' },
    rows: { type: 'string' },
    report: { type: 'boolean', default: false },
  },
});
const [part = 1, parts = 1] = values.part.split('/').map(Number);
/** Targets whose numbers are computed by their own tool. */
const computing = new Set(['keras', 'pytorch', 'onnx']);

/** What float32 does not determine; the largest difference of what it does, where the tool has not left it out. */
function determined(excused: NonNullable<Cell['excused']>, forward: number | null, step: number | null) {
  const some = (kind: RegExp) => excused.some(({ where }) => kind.test(where));
  return {
    excused,
    forward: some(/output|forward/) ? null : forward,
    step: some(/one step$|loss$|^step of/) ? null : step,
  };
}

type Numbers = Awaited<ReturnType<typeof Cases.numbersOf>>;

const blank: Cell = { refused: null, built: false, forward: null, step: null, problems: [] };

/** Targets that only write: the files, or the refusal. */
async function writtenBy(id: string, { document, one }: Cases.TableCase): Promise<Cell> {
  const exporter = exporters.find((each) => each.id === id)!;
  try {
    const files = await exporter.files({ document, plan: one.plan }, bareSupplies);
    if (id === 'notebook') JSON.parse(String(files[exporter.file]));
    return blank;
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    return { ...blank, refused: error.trouble.code };
  }
}

async function byOnnxruntime(
  module: typeof Cases,
  tool: Onnxruntime,
  one: Cases.TableCase,
  numbers: Numbers,
): Promise<Cell> {
  const { plan } = one.one;
  if (numbers === null) {
    // Weights of hundreds of megabytes say nothing more than its operators.
    const text = (await exporters.find(({ id }) => id === 'onnx')!.printer())({ document: one.document, plan });
    return { ...blank, refused: /^\/\/ (.* is not in it.*)$/m.exec(text)?.[1] ?? null };
  }
  const file = module.onnxFile(one);
  if ('refused' in file) return { ...blank, refused: file.refused };
  if ('error' in numbers) return blank;
  const answers = await module.answersOf(one);
  if ('error' in answers) return blank;
  const { inputs, outputs } = answers;
  const names = layerNames(plan.steps);
  const { problems, gap, excused, nodes } = await tool.ask({
    bytes: file.bytes,
    inputs: inputs.map((input, at) => ({ ...input, name: names.get(plan.inputs[at]!)! })),
    outputs: outputs.map((output, at) => ({ ...output, name: names.get(plan.outputs[at]!)! })),
  });
  return { ...blank, built: nodes > 0, forward: gap, problems, excused: excused ? [excused] : [] };
}

function torchCell({ refused, failed, problems, excused, forward, step }: Answer): Cell {
  if (refused !== undefined) return { ...blank, refused };
  if (failed !== undefined) return blank;
  return { refused: null, built: true, ...determined(excused, forward ?? null, step ?? null), problems };
}

/** Writes the report, or the rows of a part, and says what is wrong. */
async function kept(rows: readonly Row[], versions: readonly string[], whole: boolean): Promise<void> {
  const text = tableReport(rows, versions);
  if (values.rows !== undefined) writeFileSync(values.rows, JSON.stringify({ rows, versions }));
  else if (!whole) console.log(text);
  else
    writeFileSync(join(import.meta.dirname, 'report.md'), await format(text, { parser: 'markdown', printWidth: 120 }));
  const wrong = rows.flatMap(({ name, cells }) =>
    Object.entries(cells).flatMap(([id, { problems }]) => problems.map((problem) => `${name}, ${id}: ${problem}`)),
  );
  for (const problem of wrong) console.error(problem.slice(0, 400));
  console.log(`${rows.length} documents, ${wrong.length} problems.`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
}

async function compared(module: typeof Cases): Promise<void> {
  const every = module.tableCases(Number(values.random));
  const cases = every.filter(
    ({ one }, at) => (positionals.length === 0 || positionals.includes(one.name)) && at % parts === part - 1,
  );
  const onnxruntime = new Onnxruntime();
  const versions = await onnxruntime.versions();
  const torch = spawn(pythonOf(join(import.meta.dirname, '../../pytorch'), 'PyTorch'), [
    join(import.meta.dirname, '../../pytorch/check.py'),
  ]);
  const lines = createInterface({ input: torch.stdout })[Symbol.asyncIterator]();
  const cells: Record<string, Cell>[] = [];
  const failed: boolean[] = [];
  const questions: Question[] = [];
  for (const one of cases) {
    const numbers = await module.numbersOf(one);
    const own: Record<string, Cell> = {};
    for (const { id } of exporters) if (!computing.has(id)) own[id] = await writtenBy(id, one);
    if (numbers === null) {
      own['pytorch'] = await writtenBy('pytorch', one);
    } else {
      torch.stdin.write(`${JSON.stringify(module.torchLine(one, numbers))}\n`);
      own['pytorch'] = torchCell(answerSchema.parse(JSON.parse(String((await lines.next()).value))));
    }
    own['onnx'] = await byOnnxruntime(module, onnxruntime, one, numbers);
    cells.push(own);
    failed.push(numbers !== null && 'error' in numbers);
    const question = module.kerasLine(one, numbers);
    questions.push(() => question);
    console.log(`${cells.length} of ${cases.length}: ${one.one.name}`);
  }
  torch.stdin.end();
  onnxruntime.end();
  const { greeting, answers } = await askKeras(questions, new Set());
  const rows = cases.map(({ one }, at): Row => {
    const { problems, differences, excused } = answers[at]!;
    const { forward = null, fit = null } = differences['cpu'] ?? {};
    // Open axes that lead to a Reshape or a merge: sizes that were drawn for them fit neither here nor there.
    const misfit = failed[at] && problems.length > 0 && problems.every((problem) => /Error: /.test(problem));
    const keras: Cell = misfit
      ? { ...blank, refused: 'sizes drawn for open axes do not fit' }
      : {
          refused: null,
          built: true,
          ...determined(excused, forward, fit),
          problems,
        };
    const all = { ...cells[at]!, keras };
    const ordered = Object.fromEntries(exporters.map(({ id }) => [id, all[id as keyof typeof all] as Cell]));
    return { group: one.group, name: one.name, cells: ordered };
  });
  const said = [...Object.entries(greeting.versions), ...Object.entries(versions)].map(
    ([name, version]) => `${name} ${version}`,
  );
  await kept(rows, [...new Set([...said, 'PyTorch 2.14.1'])], cases.length === every.length);
}

if (values.report) {
  const all = positionals.map((file) => rowsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  // Part by part, as the documents were dealt out; what was computed again stands in the place of the first.
  const most = Math.max(...all.map(({ rows }) => rows.length));
  const dealt = Array.from({ length: most }, (_, at) => all.flatMap((one) => one.rows.slice(at, at + 1))).flat();
  const newest = new Map(all.flatMap((one) => one.rows).map((row) => [`${row.group} ${row.name}`, row]));
  const rows = [...new Set(dealt.map(({ group, name }) => `${group} ${name}`))].map((key) => newest.get(key)!);
  await kept(rows, [...new Set(all.flatMap(({ versions }) => versions))], true);
} else await withBundle(join(import.meta.dirname, 'tableCases.ts'), compared);
