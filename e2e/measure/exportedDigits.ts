/**
 * `npx tsx e2e/measure/exportedDigits.ts --epochs 2`: trains the digits template through the page on wasm, downloads the
 * project, installs, compiles and tests it, and compares its answers for 100 validation digits with the page's own.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright';
import { withPage } from './openPage';
import { trainDigits } from './trainDigits';

const { values } = parseArgs({ options: { epochs: { type: 'string', default: '2' } } });
const count = 100;

/** Class → probability, as the bars of the page draw it: the five largest, in full precision. */
type Answer = ReadonlyMap<number, number>;

async function answersOfPage(page: Page): Promise<Answer[]> {
  await page.getByRole('button', { name: 'Predict', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Prediction' });
  await panel.getByRole('tab', { name: 'Samples' }).click();
  const answers: Answer[] = [];
  let before = '';
  for (let sample = 1; sample <= count; sample++) {
    await panel.getByText(`Validation sample ${sample} of 1,500`).waitFor();
    const read = await page.waitForFunction((last) => {
      const rows = [...document.querySelectorAll('[aria-label="Prediction"] [aria-busy="false"] ol li')];
      const text = rows
        .map((row) => {
          const [label, track] = row.children;
          const bar = track?.firstElementChild as HTMLElement | null | undefined;
          return `${label?.textContent} ${/scaleX\((.+)\)/.exec(bar?.style.transform ?? '')?.[1]}`;
        })
        .join('\n');
      return text !== '' && text !== last ? text : null;
    }, before);
    before = (await read.jsonValue())!;
    answers.push(new Map(before.split('\n').map((row) => row.split(' ').map(Number) as [number, number])));
    if (sample < count) await panel.getByRole('button', { name: 'Next sample' }).click();
  }
  return answers;
}

async function downloadProject(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Code', exact: true }).click();
  const downloading = page.waitForEvent('download');
  await page
    .getByRole('region', { name: 'Code' })
    .getByRole('button', { name: /project/i })
    .click();
  const folder = mkdtempSync(join(tmpdir(), 'deepbrick-exported-'));
  const entries = unzipSync(readFileSync(await (await downloading).path()));
  for (const [path, bytes] of Object.entries(entries)) {
    if (path.endsWith('/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const top = Object.keys(entries).find((path) => path.endsWith('package.json'))!;
  return join(folder, dirname(top));
}

await withPage(async ({ open }) => {
  const page = await open();
  const seconds = await trainDigits(page, { epochs: Number(values.epochs), backend: 'wasm' });
  console.log(`trained ${values.epochs} epochs in ${seconds.toFixed(1)} s`);
  const editor = await answersOfPage(page);
  const project = await downloadProject(page);
  // Vite has set NODE_ENV to production for itself; npm would leave out the compiler.
  const { NODE_ENV: _, ...env } = process.env;
  const npm = (...args: string[]) => execFileSync('npm', args, { cwd: project, encoding: 'utf8', env });
  npm('ci', '--no-audit', '--no-fund');
  console.log(npm('exec', '--', 'tsc', '--noEmit', '--strict') || 'tsc --strict: no errors');
  console.log(npm('test').split('\n').slice(-12).join('\n'));
  const exported = JSON.parse(npm('run', '-s', 'predict', '--', '--samples', String(count), '--json')) as {
    readonly values: readonly number[];
  }[];
  const differences = editor.flatMap((answer, index) =>
    [...answer].map(([label, value]) => Math.abs(value - exported[index]!.values[label]!)),
  );
  console.log(`${differences.length} answers for ${count} digits: largest difference ${Math.max(...differences)}`);
});
