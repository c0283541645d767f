import { z } from 'zod';

/** What became of a document in one target: `refused`: why it is not written, or null; `built`: by the tool itself. */
const cellSchema = z.object({
  refused: z.string().nullable(),
  built: z.boolean(),
  forward: z.number().nullable(),
  step: z.number().nullable(),
  problems: z.array(z.string()),
  /** Differences beyond what is allowed, and no further than rounding moves the tool itself. */
  excused: z.optional(z.array(z.object({ where: z.string(), gap: z.number(), moved: z.number() }))),
});

/** Rows that a part has kept. */
export const rowsSchema = z.object({
  rows: z.array(z.object({ group: z.string(), name: z.string(), cells: z.record(z.string(), cellSchema) })),
  versions: z.array(z.string()),
});

export type Cell = z.infer<typeof cellSchema>;
export type Row = z.infer<typeof rowsSchema>['rows'][number];

const short = (value: number | null) => (value === null ? '' : value.toExponential(1));

function largest(cells: readonly Cell[], of: (cell: Cell) => number | null): string {
  const known = cells.map(of).filter((value) => value !== null);
  return known.length === 0 ? '' : short(Math.max(...known));
}

function cellText({ refused, built, forward, step, problems, excused = [] }: Cell): string {
  if (refused !== null) return `refused: ${refused}`;
  if (problems.length > 0) return 'differs';
  if (excused.length > 0) return 'beyond float32';
  if (forward === null) return built ? 'built' : 'written';
  return step === null ? short(forward) : `${short(forward)}, ${short(step)}`;
}

const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

/** The whole table as Markdown. */
export function tableReport(rows: readonly Row[], versions: readonly string[]): string {
  const targets = Object.keys(rows[0]?.cells ?? {});
  const groups = [...new Set(rows.map(({ group }) => group))];
  const head = [
    '',
    'documents',
    'written',
    'refused',
    'built by the tool',
    'largest forward',
    'largest step',
    'problems',
  ];
  const summary = targets.flatMap((target) =>
    groups.map((group) => {
      const cells = rows.filter((row) => row.group === group).map((row) => row.cells[target]!);
      const written = cells.filter(({ refused }) => refused === null).length;
      return line([
        `${target}, ${group}`,
        cells.length,
        written,
        cells.length - written,
        cells.filter(({ built }) => built).length,
        largest(cells, ({ forward }) => forward),
        largest(cells, ({ step }) => step),
        cells.filter(({ problems }) => problems.length > 0).length,
      ]);
    }),
  );
  const reasons = new Map<string, number>();
  for (const { cells } of rows) {
    for (const [target, { refused }] of Object.entries(cells)) {
      if (refused !== null) reasons.set(`${target}: ${refused}`, (reasons.get(`${target}: ${refused}`) ?? 0) + 1);
    }
  }
  const beyond = rows.flatMap(({ name, cells }) =>
    Object.entries(cells).flatMap(([target, { excused = [] }]) => {
      const [most] = excused.toSorted((one, other) => other.gap - one.gap);
      if (most === undefined) return [];
      const { where, gap, moved } = most;
      return [`- ${name}, ${target}: ${where} differs by ${short(gap)}; rounding moves it by ${short(moved)}`];
    }),
  );
  const wrong = rows.flatMap(({ name, cells }) =>
    Object.entries(cells).flatMap(([target, { problems }]) =>
      problems.length === 0 ? [] : [`- ${name}, ${target}: ${problems[0]!.slice(0, 200)}`],
    ),
  );
  return [
    '# Every document in every target',
    '',
    `Written by \`npx tsx e2e/exported/table/run.ts\`: all templates (large ones also with fewer words or smaller pictures) and random documents of all bricks. ${versions.join(', ')}.`,
    'Keras, PyTorch and onnxruntime build what is exported and compute with the same weights and inputs as our engine on its cpu',
    "backend: the largest difference of all outputs (allowed 1e-5) and, in Keras and PyTorch, of the loss and all weights after one step of the document's optimizer (allowed 1e-4); relative or absolute, whichever is smaller. Numbers that float32 does not determine are told apart below and are not in the columns; what is finite on neither side is not compared. Where a document is too large to compute here, only what is built is counted; where no target fits its outputs, no step is compared. Gradients have a comparison of their own (`npm run check:keras`).",
    'TypeScript is built and trained by tests of their own (`printedCode.test.ts`, `curves.md`), notebooks are executed by `e2e/keras/notebooks.ts`: here they are written.',
    '',
    line(head),
    line(head.map((_, at) => (at === 0 ? '---' : '---:'))),
    ...summary,
    '',
    '## Refused',
    '',
    ...[...reasons].map(([reason, count]) => `- ${reason}: ${count}`),
    '',
    '## Beyond float32',
    '',
    'The tool itself moves by as much when weights and inputs are moved by four units in the last place of float32 (Keras and',
    'PyTorch in double precision, onnxruntime in float32): no two programs agree on these numbers.',
    '',
    ...(beyond.length === 0 ? ['None.'] : beyond),
    '',
    '## Problems',
    '',
    ...(wrong.length === 0 ? ['None.'] : wrong),
    '',
    '## Templates and architectures',
    '',
    'Forward, and one step where it is compared.',
    '',
    line(['template', ...targets]),
    line(['---', ...targets.map(() => '---')]),
    ...rows
      .filter(({ group }) => group !== 'random documents')
      .map(({ name, cells }) => line([name, ...targets.map((target) => cellText(cells[target]!))])),
    '',
  ].join('\n');
}
