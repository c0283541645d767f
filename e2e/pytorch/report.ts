import type { Answer } from './answer';

const largest = (answers: readonly Answer[], of: (answer: Answer) => number | undefined) => {
  const known = answers.map(of).filter((value) => value !== undefined);
  return known.length === 0 ? '' : Math.max(...known).toExponential(1);
};

/** How often each text is among them. */
function counted(texts: readonly (string | undefined)[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, count]) => `- ${count} × ${text}`);
}

/** The report as Markdown. */
export function report(answers: readonly Answer[]): string {
  const groups = [...new Set(answers.map(({ group }) => group))];
  const rows = groups.map((group) => {
    const own = answers.filter((answer) => answer.group === group);
    const built = own.filter(({ forward }) => forward !== undefined);
    const refused = own.filter((answer) => answer.refused !== undefined).length;
    const wrong = own.filter(({ problems }) => problems.length > 0).length;
    const numbers = [
      largest(own, (one) => one.forward),
      largest(own, (one) => one.gradient),
      largest(own, (one) => one.step),
    ];
    return `| ${[group, own.length, built.length, refused, ...numbers, wrong].join(' | ')} |`;
  });
  const wrong = answers.filter(({ problems }) => problems.length > 0);
  return [
    '# What PyTorch says',
    '',
    `Written by \`npx tsx e2e/pytorch/run.ts\`: ${answers.length} cases, ${wrong.length} mismatches.`,
    'Every case is exported, built by PyTorch 2.14.1 on the CPU with the same weights out of `weights.safetensors`, and given the',
    "same inputs as our engine on tfjs's cpu backend. Compared: parameters, what is trained, outputs (allowed 1e-5), in training",
    "mode the gradient of every weight and every moving statistic, and the loss and all weights of one step of the document's",
    "optimizer by the project's own training code (allowed 1e-4); relative or absolute, whichever is smaller.",
    '',
    '| | cases | built | refused | forward | gradient | step | mismatches |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    '## Refused',
    '',
    ...counted(answers.map(({ refused }) => refused)),
    '',
    '## Our engine fails',
    '',
    ...counted(answers.map(({ failed }) => failed)),
    '',
    '## Beyond float32',
    '',
    'Numbers that float32 does not determine: PyTorch itself moves by as much when, in double precision, weights and inputs are',
    'moved by the rounding of float32. These are not in the columns above.',
    '',
    ...answers.flatMap(({ name, excused }) => {
      const [most] = excused.toSorted((one, other) => other.gap - one.gap);
      if (most === undefined) return [];
      const { where, gap, moved } = most;
      const texts = [`${excused.length} numbers`, `${where} differs by ${gap.toExponential(1)}`];
      return [`- ${name}: ${texts.join(', ')}, moved by ${moved.toExponential(1)}`];
    }),
    '',
    ...(wrong.length === 0
      ? []
      : ['## Mismatches', '', ...wrong.map(({ name, problems }) => `- ${name}: ${problems[0]}`), '']),
  ].join('\n');
}
