import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCounts, root, runStep, toolPath } from './step';

const folder = mkdtempSync(join(tmpdir(), 'deepbrick-step-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vitest = {
  numPassedTests: 7,
  numFailedTests: 1,
  testResults: [
    {
      name: join(root, 'a.test.ts'),
      status: 'failed',
      assertionResults: [
        { status: 'failed', fullName: 'adds', failureMessages: ['AssertionError: 3\n\n  is not 4\n'] },
        { status: 'failed', fullName: 'takes' },
      ],
    },
    { name: join(root, 'b.test.ts'), status: 'failed', assertionResults: [] },
    { name: join(root, 'c.test.ts'), status: 'passed', assertionResults: [{ status: 'passed', fullName: 'takes' }] },
  ],
};
const playwright = {
  stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 },
  suites: [
    {
      specs: [{ title: 'opens', ok: true, file: 'a.spec.ts' }],
      suites: [
        {
          specs: [
            {
              title: 'closes',
              ok: false,
              file: 'a.spec.ts',
              tests: [{ results: [{ error: { message: '\u001b[31mnot found\u001b[39m' } }] }],
            },
          ],
        },
      ],
    },
  ],
};

test.each([
  [
    'Vitest',
    vitest,
    {
      passed: 7,
      failed: 1,
      failures: ['a.test.ts: adds — AssertionError: 3 · is not 4', 'a.test.ts: takes', 'b.test.ts'],
    },
  ],
  ['Playwright', playwright, { passed: 5, failed: 2, failures: ['a.spec.ts: closes — not found'] }],
])('reads the counts and failures of %s', (_tool, report, counts) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  expect(readCounts(path)).toEqual(counts);
});

test('a tool that wrote no report has no counts', () => {
  expect(readCounts(join(folder, 'nothing.json'))).toBeNull();
});

test('a tool that exits with an error has failed, and its words are kept', async () => {
  const outcome = await runStep({ name: 'lint', tool: 'prettier', args: ['--check', 'no-such-file.ts'] });
  expect(outcome).toMatchObject({ passed: 0, failed: 1, failures: ['lint'] });
  expect(outcome.output).toContain('no-such-file.ts');
});

test('finds the script behind a command', () => {
  expect(toolPath('prettier')).toMatch(/prettier[\\/]bin[\\/]prettier\.cjs$/);
});
