import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';

const rootAbove = (folder: string): string =>
  existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
/** The checkout, also from a bundle inside it. */
export const root = rootAbove(dirname(fileURLToPath(import.meta.url)));

/** One check of the project, run by a tool's own script so that it works the same on every system. */
export interface Step {
  readonly name: string;
  /** Package whose command runs, and its arguments. */
  readonly tool: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** File in which the tool leaves its counts; a step without one counts as one check. */
  readonly counts?: string;
}

export interface Outcome extends Counts {
  readonly seconds: number;
  /** What the tool said. */
  readonly output: string;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z
    .array(
      z.object({
        name: z.string(),
        status: z.string(),
        assertionResults: z.array(
          z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).default([]) }),
        ),
      }),
    )
    .default([]),
});
const spec = z.object({
  title: z.string(),
  ok: z.boolean(),
  file: z.string(),
  tests: z
    .array(z.object({ results: z.array(z.object({ error: z.object({ message: z.string() }).optional() })) }))
    .default([]),
});
interface Suite {
  readonly specs: readonly z.infer<typeof spec>[];
  readonly suites?: readonly Suite[] | undefined;
}
const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    specs: z.array(spec),
    suites: z.array(suite).optional(),
  }),
);
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(suite).default([]),
});
const manifest = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The script behind a package's command, e.g. `node_modules/vitest/vitest.mjs`. */
export function toolPath(name: string): string {
  const manifestPath = join(root, 'node_modules', name, 'package.json');
  const { bin } = manifest.parse(createRequire(import.meta.url)(manifestPath));
  const script = typeof bin === 'string' ? bin : (bin[name] ?? Object.values(bin)[0]);
  if (script === undefined) throw new Error(`The package ${name} has no command.`);
  return join(dirname(manifestPath), script);
}

interface Counts {
  readonly passed: number;
  readonly failed: number;
  /** Names of the tests that failed, each after its file and before how its message begins. */
  readonly failures: readonly string[];
}

/** As much of a message as says what went wrong, in one line. */
function beginning(message: string | undefined): string {
  if (message === undefined) return '';
  const lines = stripVTControlCharacters(message).split('\n');
  return ` — ${lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' · ')
    .slice(0, 400)}`;
}

const failedSpecs = ({ specs, suites = [] }: Suite): string[] => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const messages = tests.flatMap(({ results }) => results.map(({ error }) => error?.message));
      return `${file}: ${title}${beginning(messages.find((message) => message !== undefined))}`;
    }),
  ...suites.flatMap(failedSpecs),
];

function failedTests({ testResults }: z.infer<typeof vitestReport>): string[] {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults
      .filter((one) => one.status === 'failed')
      .map(({ fullName, failureMessages }) => `${fullName}${beginning(failureMessages[0])}`);
    const file = relative(root, name);
    // A file that cannot even be read has no tests.
    return status === 'failed' && failed.length === 0 ? [file] : failed.map((test) => `${file}: ${test}`);
  });
}

/** Counts from a Vitest or Playwright JSON report; null when the tool died before writing one. */
export function readCounts(path: string): Counts | null {
  if (!existsSync(path)) return null;
  const report: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const vitest = vitestReport.safeParse(report);
  if (vitest.success) {
    const { numPassedTests: passed, numFailedTests: failed } = vitest.data;
    return { passed, failed, failures: failedTests(vitest.data) };
  }
  const { stats, suites } = playwrightReport.parse(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, failures: suites.flatMap(failedSpecs) };
}

/** Runs a step to its end. A tool that exits with an error has failed at least once, whatever it counted. */
export async function runStep(step: Step): Promise<Outcome> {
  const start = performance.now();
  if (step.counts !== undefined) rmSync(step.counts, { force: true });
  const chunks: Buffer[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [toolPath(step.tool), ...step.args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...step.env },
    });
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', resolve);
  });
  const counted = (step.counts === undefined ? null : readCounts(step.counts)) ?? {
    passed: 0,
    failed: 0,
    failures: [],
  };
  const ok = code === 0;
  return {
    passed: counted.passed + (ok && step.counts === undefined ? 1 : 0),
    failed: ok ? counted.failed : Math.max(1, counted.failed),
    failures: ok || counted.failures.length > 0 ? counted.failures : [step.name],
    seconds: (performance.now() - start) / 1000,
    output: Buffer.concat(chunks).toString('utf8'),
  };
}
