import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { format } from 'prettier';
import { withBundle } from '../nodeBundle';
import { pythonOf } from '../python';
import { type Answer, answerSchema } from './answer';
import type * as Node from './node';
import { report } from './report';

/** Only cases whose group is one of these or whose name contains one; then no report is written. */
const only = process.argv.slice(2);
const python = pythonOf(import.meta.dirname, 'PyTorch');

await withBundle<typeof Node, void>(join(import.meta.dirname, 'node.ts'), async (module) => {
  const cases = [...module.graphCases(200), ...module.allCases({ whole: false, every: 1 })].filter(
    ({ given, group, name }) =>
      given !== null && (only.length === 0 || only.some((one) => group === one || name.includes(one))),
  );
  const child = spawn(python, [join(import.meta.dirname, 'check.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const answers: Answer[] = [];
  for (const one of cases) {
    if (!child.stdin.write(`${JSON.stringify(await module.computedCase(one))}\n`)) await once(child.stdin, 'drain');
    const answer = answerSchema.parse(JSON.parse(String((await lines.next()).value)));
    answers.push(answer);
    for (const problem of answer.problems.slice(0, 4)) console.error(`${one.name}\n  ${problem}`);
    if (answer.failed !== undefined) console.error(`${one.name}\n  our engine: ${answer.failed}`);
  }
  child.stdin.end();
  const wrong = answers.filter(({ problems }) => problems.length > 0).length;
  console.log(`${answers.length} cases, ${wrong} mismatches`);
  const text = await format(report(answers), { parser: 'markdown', printWidth: 120 });
  if (only.length === 0) writeFileSync(join(import.meta.dirname, 'report.md'), text);
  process.exitCode = wrong === 0 ? 0 : 1;
});
