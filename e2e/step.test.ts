import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCounts, runStep, toolPath } from './step';

const folder = mkdtempSync(join(tmpdir(), 'deepbrick-step-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['Vitest', { numPassedTests: 7, numFailedTests: 2, numTotalTests: 9 }, { passed: 7, failed: 2 }],
  ['Playwright', { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } }, { passed: 5, failed: 2 }],
])('reads the counts of %s', (_tool, report, counts) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  expect(readCounts(path)).toEqual(counts);
});

test('a tool that wrote no report has no counts', () => {
  expect(readCounts(join(folder, 'nothing.json'))).toBeNull();
});

test('a tool that exits with an error has failed, and its words are kept', async () => {
  const outcome = await runStep({ name: 'lint', tool: 'prettier', args: ['--check', 'no-such-file.ts'] });
  expect(outcome).toMatchObject({ passed: 0, failed: 1 });
  expect(outcome.output).toContain('no-such-file.ts');
});

test('finds the script behind a command', () => {
  expect(toolPath('prettier')).toMatch(/prettier[\\/]bin[\\/]prettier\.cjs$/);
});
