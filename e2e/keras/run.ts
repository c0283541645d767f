import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';
import { build } from 'vite';
import { z } from 'zod';
import type * as Cases from './cases';
import { root } from '../step';
import { kerasPython } from './python';

type Case = Cases.Case;

const answer = z.object({
  versions: z.record(z.string(), z.string()),
  results: z.array(z.object({ problems: z.array(z.string()), difference: z.number().nullable() })),
});
type Answer = z.infer<typeof answer>;

/** The cases, bundled first: TensorFlow.js's own modules load only by a bundler's rules, as in the page. */
async function loadCases(): Promise<typeof Cases> {
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-cases-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: join(import.meta.dirname, 'cases.ts'),
        outDir: folder,
        copyPublicDir: false,
        emptyOutDir: false,
        rolldownOptions: { output: { entryFileNames: 'cases.cjs', format: 'cjs' } },
      },
      ssr: { noExternal: true },
    });
    return (await import(pathToFileURL(join(folder, 'cases.cjs')).href)) as typeof Cases;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function askKeras(cases: readonly Case[]): Answer {
  const python = kerasPython();
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-keras-'));
  try {
    const [given, taken] = [join(folder, 'cases.json'), join(folder, 'results.json')];
    writeFileSync(given, JSON.stringify(cases));
    const { status } = spawnSync(python, [join(import.meta.dirname, 'check.py'), given, taken], { stdio: 'inherit' });
    if (status !== 0) throw new Error(`check.py ended with ${status}.`);
    return answer.parse(JSON.parse(readFileSync(taken, 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const tfjsVersion = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(root, 'node_modules/@tensorflow/tfjs/package.json'), 'utf8'))).version;

function report(cases: readonly Case[], { versions, results }: Answer, seconds: number): string {
  const groups = [...new Set(cases.map(({ group }) => group))].map((group) => {
    const own = results.filter((_, index) => cases[index]!.group === group);
    const gaps = own.flatMap(({ difference }) => (difference === null ? [] : [difference]));
    const wrong = own.filter(({ problems }) => problems.length > 0).length;
    const largest = gaps.length > 0 ? Math.max(...gaps).toExponential(1) : 'shapes only';
    return `| ${group} | ${own.length} | ${gaps.length} | ${largest} | ${wrong} |`;
  });
  const rows = cases
    .filter(({ group }) => group === 'templates')
    .map(({ name, rows: layers, application }) => {
      const total = layers.reduce((sum, { parameters }) => sum + parameters, 0).toLocaleString('en');
      return `| \`${name}\` | ${layers.length} | ${total} | ${application ? `keras.applications.${application.name}` : 'script'} |`;
    });
  return [
    '# What real Keras says',
    '',
    `Written by \`npm run check:keras\` on ${new Date().toISOString().slice(0, 10)} in ${Math.round(seconds)} seconds.`,
    'Every case runs the exported Keras script and compares layer names, output shapes, weight shapes and parameter',
    'counts; with the same weights and inputs the outputs of TensorFlow.js (cpu) and Keras agree to 1e-5.',
    '',
    ...Object.entries({ ...versions, 'TensorFlow.js': tfjsVersion, Node: process.versions.node }).map(
      ([name, version]) => `- ${name} ${version}`,
    ),
    '',
    '| brick | cases | computed | largest difference | mismatches |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...groups,
    '',
    '| model | layers | parameters | compared with |',
    '| --- | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n');
}

const start = performance.now();
const module = await loadCases();
const cases = await module.allCases();
console.log(
  `${cases.length} cases, computed with TensorFlow.js in ${Math.round((performance.now() - start) / 1000)} s`,
);
const answered = askKeras(cases);
const wrong = answered.results.flatMap(({ problems }, index) =>
  problems.map((text) => `${cases[index]!.name}\n  ${text}`),
);
const seconds = (performance.now() - start) / 1000;
writeFileSync(
  join(import.meta.dirname, 'report.md'),
  await format(report(cases, answered, seconds), { parser: 'markdown', printWidth: 120 }),
);
for (const text of wrong) console.error(text);
console.log(`${cases.length} cases in ${Math.round(seconds)} s, ${wrong.length} mismatches`);
process.exitCode = wrong.length === 0 ? 0 : 1;
