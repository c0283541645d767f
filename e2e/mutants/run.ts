/**
 * `npx tsx e2e/mutants/run.ts [--lines 450] [--seed 1] [--in src/document] [--at-once 2]`: changes lines of the source, drawn at random,
 * one thing at a time, and sees whether a test fails (Stryker). By hand: it takes an hour. Before it
 * `npm i --no-save @stryker-mutator/core@9 @stryker-mutator/vitest-runner@9`. Prints counts and survivors (the last ones, with reasons: `report.md`); the whole
 * report lies in test-results/mutants.json.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { shuffledIndices } from '../../src/data/random';
import { root } from '../step';

/** What other tests than the oracle's hold: layers and kernels are compared with Keras. */
const rooms = ['brick', 'document', 'compile', 'exporters', 'importers', 'formats', 'pretrained', 'data', 'engine'];
const besides = /\.test\.ts$|\/test[A-Z]\w*\.ts$|^src\/engine\/(layers|kernels)\//;

const { values: flags } = parseArgs({
  options: {
    'at-once': { type: 'string', default: '2' },
    lines: { type: 'string', default: '450' },
    seed: { type: 'string', default: '1' },
    in: { type: 'string', multiple: true, default: rooms.map((room) => `src/${room}`) },
    at: { type: 'string', multiple: true, default: [] },
  },
});

function filesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !besides.test(name))
    .toSorted();
}

const code = (line: string) =>
  /[a-z]/i.test(line) && !/^\s*(\/\/|\/?\*|import |export (type|interface) |readonly )/.test(line);

/** Lines drawn at random, as Stryker's ranges. */
function drawnLines(): string[] {
  const lines = flags.in.flatMap(filesIn).flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (code(line) ? [`${file}:${index + 1}:0-${index + 1}:${line.length}`] : [])),
  );
  return [...shuffledIndices(lines.length, Number(flags.seed))].slice(0, Number(flags.lines)).map((at) => lines[at]!);
}

const folder = join(root, 'test-results');
const report = join(folder, 'mutants.json');
mkdirSync(folder, { recursive: true });
const settings = {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: { configFile: 'e2e/mutants/vitest.config.ts' },
  mutate: flags.at.length > 0 ? flags.at : drawnLines(),
  coverageAnalysis: 'perTest',
  // Tables of plain data are compared whole by tests; each change of one would load everything anew.
  ignoreStatic: true,
  concurrency: Number(flags['at-once']),
  timeoutMS: 30_000,
  dryRunTimeoutMinutes: 60,
  // Sources are compared with what they print.
  disableTypeChecks: false,
  // TypeScript 7 has no programming interface with which Stryker could rewrite it.
  tsconfigFile: 'none.json',
  ignorePatterns: ['dist', 'test-results', 'e2e/keras/.venv'],
  reporters: ['json', 'progress-append-only'],
  jsonReporter: { fileName: report },
};
const config = join(folder, 'stryker.json');
writeFileSync(config, JSON.stringify(settings, null, 2));
const { status } = spawnSync('npx', ['--no-install', 'stryker', 'run', config], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const place = z.object({ line: z.number(), column: z.number() });
const found = z.object({
  files: z.record(
    z.string(),
    z.object({
      source: z.string(),
      mutants: z.array(
        z.object({
          status: z.string(),
          mutatorName: z.string(),
          replacement: z.string().optional(),
          location: z.object({ start: place, end: place }),
        }),
      ),
    }),
  ),
});
const { files } = found.parse(JSON.parse(readFileSync(report, 'utf8')));
const counts = new Map<string, Map<string, number>>();
for (const [file, { source, mutants }] of Object.entries(files)) {
  const room = counts.get(file.split('/')[1]!) ?? new Map<string, number>();
  counts.set(file.split('/')[1]!, room);
  for (const { status, mutatorName, replacement, location } of mutants) {
    room.set(status, (room.get(status) ?? 0) + 1);
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const { line, column } = location.start;
    console.log(`${file}:${line}:${column} ${status} ${mutatorName} → ${replacement?.split('\n')[0] ?? ''}`);
    console.log(`    ${source.split('\n')[line - 1]!.trim()}`);
  }
}
for (const [room, by] of counts) console.log(room, Object.fromEntries(by));
