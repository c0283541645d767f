import { reasonFor } from './notCovered';
import type { Answer, Greeting } from './askKeras';
import { type Case, tolerance } from './cases/case';

/** Everything the report tells. */
export interface Findings {
  readonly cases: readonly Case[];
  readonly answers: readonly Answer[];
  readonly greeting: Greeting;
  /** Versions and devices besides Keras's own. */
  readonly ours: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** Bricks by the Keras class they are printed as. */
  readonly covered: Readonly<Record<string, readonly string[]>>;
}

const backends = ['cpu', 'wasm', 'webgpu'] as const;
type Kind = 'forward' | 'gradient' | 'fit';

const table = (head: readonly string[], numbers: number, rows: readonly (readonly (string | number)[])[]) =>
  [head, head.map((_, index) => (index < head.length - numbers ? '---' : '---:')), ...rows].map(
    (row) => `| ${row.join(' | ')} |`,
  );

function largest(answers: readonly Answer[], backend: string, kind: Kind): string {
  const gaps = answers.flatMap(({ differences }) => differences[backend]?.[kind] ?? []);
  return gaps.length === 0 ? '' : Math.max(...gaps).toExponential(1);
}

function bricksTable({ cases, answers }: Findings): string[] {
  const groups = [...new Set(cases.map(({ group }) => group))].map((group) => {
    const own = answers.filter((_, index) => cases[index]!.group === group);
    const wrong = own.filter(({ problems }) => problems.length > 0).length;
    const onGpu = own.filter(({ differences }) => differences['webgpu'] !== undefined).length;
    const gaps = (['forward', 'gradient'] as const).flatMap((kind) =>
      backends.map((backend) => largest(own, backend, kind)),
    );
    return [group, own.length, onGpu, ...gaps, wrong];
  });
  const head = ['', 'cases', 'on webgpu', ...backends, ...backends.map((name) => `${name}, gradient`), 'mismatches'];
  return table(head, head.length - 1, groups);
}

function modelsTable({ cases, answers }: Findings): string[] {
  const models = cases.flatMap(({ group, name, rows, application }, index) => {
    if (!['templates', 'architectures', 'documents'].includes(group)) return [];
    const total = rows.reduce((sum, { parameters }) => sum + parameters, 0).toLocaleString('en');
    const beside = application ? `keras.applications.${application.name}` : 'exported script, outputs, gradients';
    const own = answers[index]!;
    const steps = backends.map((backend) => largest([own], backend, 'fit'));
    return [[`\`${name}\``, beside, rows.length, total, ...steps, own.problems.length]];
  });
  const steps = backends.map((backend) => `${backend}, one step`);
  return table(['model', 'compared with', 'layers', 'parameters', ...steps, 'mismatches'], 6, models);
}

/** Cases in which only the size of the whole gradient excuses a difference. */
function cancelled({ cases, answers }: Findings): string[] {
  const own = cases.flatMap(({ group }, index) => {
    const plain = Math.max(0, ...Object.values(answers[index]!.differences).map((one) => one.plain));
    return plain > tolerance && answers[index]!.problems.length === 0 ? [{ group, plain }] : [];
  });
  if (own.length === 0) return [];
  const groups = [...new Set(own.map(({ group }) => group))].join(', ');
  const widest = Math.max(...own.map(({ plain }) => plain)).toExponential(1);
  return [
    `- Gradients of ${own.length} cases (${groups}) hold numbers that lie up to ${widest} apart: sums of many products of ` +
      'both signs that cancel. Relative to the root mean square of their gradient they are within bounds.',
  ];
}

/** Cases beyond the tolerance by no more than Keras itself moves when its numbers move by the rounding of float32. */
function excused({ cases, answers }: Findings): string[] {
  return cases.flatMap(({ name }, index) => {
    const { excused } = answers[index]!;
    if (excused.length === 0) return [];
    const worst = excused.reduce((most, one) => (one.gap > most.gap ? one : most));
    return [
      `- \`${name}\`: ${excused.length} numbers lie up to ${worst.gap.toExponential(1)} apart (${worst.where}); moving ` +
        `weights and inputs by four units in float32's last place moves Keras's own, in float64, by ${worst.moved.toExponential(1)}.`,
    ];
  });
}

function exceptions(findings: Findings): string[] {
  const { cases } = findings;
  const inference = [...new Set(cases.filter(({ given }) => given?.training === false).map(({ group }) => group))];
  return [
    ...excused(findings),
    ...cancelled(findings),
    `- Gradients in inference mode, because training draws random numbers: ${inference.join(', ')}.`,
    '- Random first values are not compared, those that are no chance (zeros, ones, unit forget bias …) are.',
  ];
}

function coverage({ greeting, covered }: Findings): string[] {
  const classes = greeting.classes.filter((name) => covered[name] !== undefined);
  const others = greeting.classes.filter((name) => covered[name] === undefined);
  const bricks = new Set(Object.values(covered).flat()).size;
  return [
    `${bricks} bricks stand for ${classes.length} of the ${greeting.classes.length} layer classes in \`keras.layers\`.`,
    '',
    ...table(
      ['Keras layer without a brick', 'why'],
      0,
      others.map((name) => [name, reasonFor(name)]),
    ),
  ];
}

/** The run as Markdown. */
export function report(findings: Findings): string {
  const { cases, answers, greeting, ours, seconds } = findings;
  const wrong = answers.reduce((sum, { problems }) => sum + problems.length, 0);
  return [
    '# What real Keras says',
    '',
    `Written by \`npm run check:keras\` on ${new Date().toISOString().slice(0, 10)}: ` +
      `${cases.length.toLocaleString('en')} cases in ${Math.round(seconds)} seconds, ${wrong} mismatches.`,
    'Every case runs the exported Keras script and compares layer names, output shapes, weight shapes and parameter',
    'counts. With the same weights and inputs it then compares outputs, and after one training step the gradient of',
    'every weight and every input, the moving statistics, the penalties of regularizers and the effect of constraints.',
    `Differences are relative or absolute, whichever is smaller; allowed is ${tolerance}. Columns: forward and gradient`,
    "on each of TensorFlow.js's backends with our kernels and layers. Empty: nothing to compute.",
    '',
    ...Object.entries({ ...greeting.versions, ...ours }).map(([name, version]) => `- ${name} ${version}`),
    '',
    '## Bricks',
    '',
    ...bricksTable(findings),
    '',
    '## Exceptions',
    '',
    ...exceptions(findings),
    '',
    '## Models',
    '',
    "Last columns: the loss and all weights after one step of the document's optimizer, ours and `train_on_batch`; empty",
    'where training draws random numbers or the inputs take different data.',
    '',
    ...modelsTable(findings),
    '',
    '## Coverage',
    '',
    ...coverage(findings),
    '',
  ].join('\n');
}
