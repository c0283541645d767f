import type { Outcome } from './outcome';

const numbers = (value: number | null) => (value === null ? '' : value.toExponential(1));

/** What onnxruntime says, as Markdown. */
export function report(
  outcomes: readonly Outcome[],
  versions: Readonly<Record<string, string>>,
  seconds: number,
): string {
  const groups = [...new Set(outcomes.map(({ group }) => group))];
  const largest = (all: readonly Outcome[]) =>
    all.reduce<number | null>((most, { answer }) => Math.max(most ?? 0, answer?.gap ?? 0), null);
  const wrong = ({ answer }: Outcome) => answer !== null && answer.problems.length > 0;
  const rows = groups.map((group) => {
    const all = outcomes.filter((one) => one.group === group);
    const written = all.filter(({ answer }) => answer !== null);
    const compared = written.filter(({ unfit }) => unfit === null);
    return `| ${group} | ${all.length} | ${written.length} | ${compared.length} | ${numbers(largest(written))} | ${all.filter(wrong).length} |`;
  });
  const reasons = new Map<string, number>();
  for (const { refused } of outcomes) if (refused !== null) reasons.set(refused, (reasons.get(refused) ?? 0) + 1);
  const written = outcomes.filter(({ answer }) => answer !== null);
  const mismatches = outcomes.filter(wrong);
  return [
    '# What onnxruntime says',
    '',
    `Written by \`npx tsx e2e/onnx/run.ts\` on ${new Date().toISOString().slice(0, 10)}: ${outcomes.length} models in ${seconds} seconds, ${written.length} written, ${outcomes.length - written.length} refused, ${mismatches.length} mismatches.`,
    'Every file passes onnx.checker with full shape inference, and answers as our engine does on its cpu backend, which is',
    `compared with real Keras elsewhere. Differences are relative or absolute, whichever is smaller; allowed is 1e-5. Largest: ${numbers(largest(written))}. What onnxruntime warns of is a mismatch.`,
    '',
    ...Object.entries(versions).map(([name, version]) => `- ${name} ${version}`),
    '',
    '| | models | written | compared | largest difference | mismatches |',
    '| --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
    'Of some random graphs the random inputs do not fit the model; their files are only loaded.',
    '',
    '## Beyond float32',
    '',
    'Numbers that float32 does not determine: onnxruntime itself moves by as much when weights and inputs are moved by four units',
    'in their last place. They are not in the column above.',
    '',
    ...outcomes.flatMap(({ name, answer }) => {
      if (!answer?.excused) return [];
      const { gap, moved } = answer.excused;
      return [`- ${name}: differs by ${numbers(gap)}, moved by ${numbers(moved)}`];
    }),
    '',
    '## Refused',
    '',
    ...(reasons.size === 0 ? ['None.'] : [...reasons].map(([reason, count]) => `- ${reason}: ${count}`)),
    '',
    '## Mismatches',
    '',
    ...(mismatches.length === 0
      ? ['None.']
      : mismatches.map(({ name, answer }) => `- ${name}: ${answer!.problems.join('; ')} ${numbers(answer!.gap)}`)),
    '',
  ].join('\n');
}
