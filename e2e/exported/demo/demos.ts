/**
 * `npx tsx e2e/exported/demo/demos.ts [--install] [--keep FOLDER] [--screens FOLDER] [--no-browser] [NAMES…]`: exports a project for each kind of input,
 * trains it shortly, builds its page and opens that in a real browser: it must say what `npm run predict` says of the same
 * sample. By hand, in minutes; writes `demo.md` beside it. `--install` runs `npm ci` in each, else the packages are those here.
 * Projects that are built already in the folder to keep are only opened.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright';
import { serve } from '../../../src/cli/server/server';
import type { Learned } from '../../../src/data/learned';
import { fileText } from '../../../src/formats/file';
import { root } from '../../step';
import { writeLinks } from '../writeFiles';
import { type DemoCase, demoCases } from './demoCases';
import { type Said, looked, openBrowser, opened, otherWays, saidBy } from './demoPage';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    install: { type: 'boolean', default: false },
    screens: { type: 'string' },
    keep: { type: 'string' },
    'no-browser': { type: 'boolean', default: false },
  },
});

function run(folder: string, tool: string, ...args: readonly string[]): string {
  const options = { cwd: folder, encoding: 'utf8', env: { ...process.env, BACKEND: 'wasm' } } as const;
  const { status, stdout, stderr } = spawnSync(tool, args, options);
  if (status !== 0) throw new Error(`${tool} ${args.join(' ')}: ${stdout}${stderr}`);
  return stdout;
}

function written({ name, source, language, prepare }: DemoCase, inside: string): string {
  const folder = join(inside, name);
  const file = join(inside, `${name}.deepbrick.json`);
  if (!('nodes' in source)) exportTo(folder, language, source);
  else {
    writeFileSync(file, fileText(source));
    exportTo(folder, language, [file]);
  }
  if (values.install) run(folder, 'npm', 'ci', '--no-audit', '--no-fund');
  else writeLinks(folder);
  prepare?.(folder);
  return folder;
}

const exportTo = (folder: string, language: string, [what, ...options]: readonly string[]) =>
  run(
    root,
    'npx',
    'tsx',
    'src/cli/deepbrick.ts',
    'export',
    what!,
    ...options,
    '--to',
    'typescript',
    '--language',
    language,
    '--out',
    folder,
  );

/** Largest difference of what the page says from what `predict` says, in the order of the page. */
function difference(said: Said, predicted: readonly number[], { answers }: Learned): number {
  let at = 0;
  const gaps = said.flatMap((output) => {
    const classes = answers?.kind === 'classes' ? answers.classes : [];
    // A probability of one of two classes is shown as both.
    if (predicted.length === 1 && output.length === 2) {
      return [Math.abs(output.find(({ name }) => name === classes[1])!.value - predicted[0]!)];
    }
    const size = predicted.length / said.length;
    const own = predicted.slice(at, (at += size));
    return output.map(({ name, value }, index) => {
      const place = classes.length === own.length ? classes.indexOf(name) : index;
      return Math.abs(value - own[place]!);
    });
  });
  return Math.max(...gaps);
}

/** Exports, trains and builds, where that is not done yet. */
function built(one: DemoCase, inside: string): string {
  const folder = join(inside, one.name);
  if (existsSync(join(folder, 'dist/index.html'))) return folder;
  rmSync(folder, { recursive: true, force: true });
  written(one, inside);
  if (one.training !== null) run(folder, 'npx', 'tsx', 'src/train.ts', ...one.training);
  run(folder, 'npx', 'tsc', '--noEmit');
  run(folder, 'npm', 'run', 'build:demo');
  return folder;
}

interface Row {
  readonly cells: readonly string[];
  readonly problems: readonly string[];
}

async function tried(one: DemoCase, inside: string, browser: Browser): Promise<Row> {
  const folder = built(one, inside);
  const server = await serve(join(folder, 'dist'), 0, () => ({}));
  try {
    const { page, troubles } = await opened(browser, server.address);
    await one.give(page, folder);
    const said = await saidBy(page);
    const wrong = await looked(page, one.name, screens);
    const ways = await otherWays(page);
    await page.context().close();
    const asked = one.ask(folder);
    const weights = join(folder, one.training === null ? 'weights' : 'weights/trained');
    const learned = JSON.parse(readFileSync(join(weights, 'data.json'), 'utf8')) as Learned;
    const problems = [...troubles, ...wrong].map((text) => `${one.name}: ${text}`);
    if (asked.length === 0) return { cells: [one.name, one.language, 'not typed', ways], problems };
    const json = /^(\[.*\])$/m.exec(run(folder, 'npx', 'tsx', 'src/predict.ts', '--json', '--', ...asked))![1]!;
    const [result] = JSON.parse(json) as { values: number[] }[];
    const gap = difference(said, result!.values, learned);
    if (!(gap <= 1e-5)) problems.push(`${one.name}: the page differs from predict by ${gap}`);
    return { cells: [one.name, one.language, gap.toExponential(1), ways], problems };
  } finally {
    await server.close();
  }
}

mkdirSync(join(root, 'test-results'), { recursive: true });
const folder = values.install ? tmpdir() : join(root, 'test-results');
const inside = values.keep ?? mkdtempSync(join(folder, 'demos-'));
mkdirSync(inside, { recursive: true });
const screens = values.screens ?? join(root, 'test-results', 'demo-screens');
mkdirSync(screens, { recursive: true });
const chosen = demoCases.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
const rows: Row[] = [];
for (const one of chosen) console.log(built(one, inside));
if (values['no-browser']) process.exit();
const browser = await openBrowser();
try {
  for (const one of chosen) {
    const row = await tried(one, inside, browser);
    console.log(row.cells.join(' | '), row.problems.join('\n'));
    rows.push(row);
  }
} finally {
  await browser.close();
  if (values.keep === undefined) rmSync(inside, { recursive: true });
}
const problems = rows.flatMap((row) => row.problems);
if (positionals.length === 0) {
  const about = [
    '# The page of an exported project beside its `predict`',
    '',
    'Trained shortly, built by Vite, opened in Chromium; the largest difference of what the page says of a sample from what',
    '`npm run predict` says of it, both on wasm; and what it says of a stroke drawn downwards and of a camera’s test picture.',
    'Looked at 1440 and 390 pixels wide, light and dark, by axe, too. Written by `e2e/exported/demo/demos.ts`.',
    '',
    '| project | language | difference | other ways |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ cells }) => `| ${cells.join(' | ')} |`),
    '',
    `Problems: ${problems.length === 0 ? 'none' : problems.length}.`,
  ];
  writeFileSync(join(import.meta.dirname, 'demo.md'), `${about.join('\n')}\n`);
}
if (problems.length > 0) process.exitCode = 1;
