/**
 * `npm test`: format, lint, types, unit tests, browser tests on WebGPU and the journeys through the built page.
 * Runs all of them, says one line each, shows what a failed one said, and exits with 1 if any failed.
 * `npm test -- unit e2e` runs only those steps.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installBrowser } from './installBrowser';
import { type Step, root, runStep } from './step';

const results = join(root, 'test-results');
const countsOf = (name: string) => join(results, `${name}.json`);
const vitest = (name: string, ...projects: string[]): Step => ({
  name,
  tool: 'vitest',
  args: [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    // One core less than there are is half of two.
    '--maxWorkers=100%',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${countsOf(name)}`,
  ],
  counts: countsOf(name),
});

/**
 * Those of a row run side by side: format, lint and types keep one core busy, and a simulated GPU leaves half of two idle. The
 * journeys, which wait for a page as a person does, have the machine for themselves.
 */
const rows: readonly (readonly Step[])[] = [
  [
    { name: 'format', tool: 'prettier', args: ['--check', '.'] },
    { name: 'lint', tool: 'oxlint', args: ['--deny-warnings'] },
    { name: 'types', tool: 'typescript', args: ['--noEmit'] },
    vitest('unit', 'unit', 'unit engine', 'unit apart'),
    vitest('browser', 'browser'),
  ],
  [
    {
      name: 'e2e',
      tool: '@playwright/test',
      args: ['test', '--config', 'e2e/playwright.config.ts', '--reporter=line,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: countsOf('e2e'), NO_COLOR: '1' },
      counts: countsOf('e2e'),
    },
  ],
];
const steps = rows.flat();

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => steps.every((step) => step.name !== name));
if (unknown.length > 0) {
  console.error(`Unknown step ${unknown.join(', ')}. Steps: ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
const wanted = steps.filter(({ name }) => chosen.length === 0 || chosen.includes(name));
if (wanted.some(({ name }) => name === 'browser' || name === 'e2e')) {
  try {
    process.env['CHROME_PATH'] = await installBrowser();
    console.log(`Browser: ${process.env['CHROME_PATH']}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

let [passed, failed] = [0, 0];
const failures: string[] = [];
const start = performance.now();
const outcomesOf = (row: readonly Step[]) =>
  Promise.all(
    row.filter((step) => wanted.includes(step)).map(async (step) => ({ step, outcome: await runStep(step) })),
  );
for (const row of rows)
  for (const { step, outcome } of await outcomesOf(row)) {
    passed += outcome.passed;
    failed += outcome.failed;
    failures.push(...outcome.failures);
    const mark = outcome.failed === 0 ? '✓' : '✗';
    const counts = step.counts === undefined ? '' : `  ${outcome.passed} passed, ${outcome.failed} failed`;
    console.log(`${mark} ${step.name.padEnd(8)}${outcome.seconds.toFixed(1).padStart(7)} s${counts}`);
    if (outcome.failed > 0) console.log(outcome.output.trimEnd().replace(/^/gm, '    '));
  }
writeFileSync(join(results, 'summary.json'), JSON.stringify({ passed, failed, failures }));
for (const failure of failures) console.log(`✗ ${failure}`);
console.log(`${((performance.now() - start) / 60_000).toFixed(1)} minutes`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
