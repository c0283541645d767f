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
    const numbers = [largest(own, (one) => one.forward), largest(own, (one) => one.gradient)];
    return `| ${[group, own.length, built.length, refused, ...numbers, wrong].join(' | ')} |`;
  });
  const wrong = answers.filter(({ problems }) => problems.length > 0);
  return [
    '# What PyTorch says',
    '',
    `Written by \`npx tsx e2e/pytorch/run.ts\`: ${answers.length} cases, ${wrong.length} mismatches.`,
    'Every case is exported, built by PyTorch 2.14.1 on the CPU with the same weights out of `weights.safetensors`, and given the',
    "same inputs as our engine on tfjs's cpu backend. Compared: parameters, outputs (allowed 1e-5), and in training mode the",
    'gradient of every weight and every moving statistic after one step (allowed 1e-4); relative or absolute, whichever is',
    'smaller. What is frozen must be frozen.',
    '',
    '| | cases | built | refused | forward | gradient | mismatches |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
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
    ...(wrong.length === 0
      ? []
      : ['## Mismatches', '', ...wrong.map(({ name, problems }) => `- ${name}: ${problems[0]}`), '']),
  ].join('\n');
}
