/**
 * `npx tsx e2e/measure/soak.ts [--minutes 20] [--backend wasm] [--out FOLDER]`: trains, predicts, edits, undoes and switches
 * templates in the built page, round after round; prints after each what must not grow, keeps it in `soak.csv`, and fails
 * where something has grown by more than 5 %. Linux only.
 */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import serveBuilt from '../serve';
import { holdings } from './endurance/allocators';
import { memoryWatch } from './endurance/memoryWatch';
import { newProfile, openIn } from './endurance/ownBrowser';
import { command, runToItsEnd } from './pageActions';
import { type Sample, growth, measures, sample } from './endurance/soakSample';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    backend: { type: 'string', default: 'wasm' },
    out: { type: 'string', default: join(tmpdir(), 'deepbrick-soak') },
  },
});
/** What may grow without being a leak: measurements vary. */
const most = 0.05;
/** After how many rounds the browser is asked who holds its memory. */
const accountEvery = 12;

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** One round; afterwards the same project is open as before it. */
async function round(page: Page): Promise<void> {
  await runToItsEnd(page, () => command(page, 'Train'));
  await command(page, 'Predict');
  const prediction = page.getByRole('region', { name: 'Prediction', exact: true });
  await prediction.getByRole('tab', { name: 'Samples' }).click();
  for (let shown = 0; shown < 5; shown++) {
    await prediction.getByRole('button', { name: 'Next sample' }).click();
    await prediction.getByRole('listitem').first().waitFor();
  }
  const inspector = page.getByRole('region', { name: 'Inspector', exact: true });
  await page
    .getByRole('region', { name: 'Canvas' })
    .getByLabel(/^conv2d, /)
    .click();
  for (const filters of ['12', '20', '9']) {
    await inspector.getByLabel('filters', { exact: true }).fill(filters);
    await inspector.getByLabel('filters', { exact: true }).press('Enter');
  }
  for (let undone = 0; undone < 3; undone++) await command(page, 'Undo');
  await button(page, 'Templates').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Open MLP as a new project' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await command(page, 'Projects…');
  await dialog.getByRole('button', { name: 'Delete MLP' }).first().click();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

mkdirSync(values.out, { recursive: true });
const csv = join(values.out, 'soak.csv');
writeFileSync(csv, `seconds,${measures.join(',')}\n`);
const processes = join(values.out, 'processes.csv');
writeFileSync(processes, 'seconds,process,kind,megabytes\n');
const held = join(values.out, 'held.csv');
writeFileSync(held, 'seconds,process,allocator,megabytes\n');
const close = await serveBuilt();
const profile = newProfile();
const { context, page } = await openIn(profile, { gpu: values.backend === 'webgpu' });
const watch = memoryWatch(profile);
try {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  await button(page, 'Training curve: training panel').click();
  const training = page.getByRole('region', { name: 'Training', exact: true });
  await training.getByLabel('epochs', { exact: true }).fill('1');
  await training.getByLabel('backend', { exact: true }).selectOption(values.backend);
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const samples: Sample[] = [];
  const account = async () => {
    for (const { process: id, megabytes } of await holdings(cdp)) {
      const rows = [...megabytes].map(([name, size]) => `${seconds().toFixed(0)},${id},${name},${size.toFixed(2)}\n`);
      appendFileSync(held, rows.join(''));
    }
  };
  while (seconds() < 60 * Number(values.minutes)) {
    await round(page);
    const now = await sample(page, cdp, watch);
    samples.push(now);
    const row = measures.map((measure) => Number(now[measure].toFixed(2)));
    for (const { id, kind, megabytes } of watch.processes())
      appendFileSync(processes, `${seconds().toFixed(0)},${id},${kind},${megabytes.toFixed(2)}\n`);
    if (samples.length % accountEvery === 3) await account();
    appendFileSync(csv, `${[seconds().toFixed(0), ...row].join(',')}\n`);
    console.log(
      `${seconds().toFixed(0)} s: ${measures.map((measure, index) => `${measure} ${row[index]}`).join(', ')}`,
    );
  }
  const changes = growth(samples);
  for (const { measure, grown } of changes) console.log(`${measure}: ${(100 * grown).toFixed(1)} %`);
  const leaks = changes.filter(({ grown }) => grown > most).map(({ measure }) => measure);
  console.log(`${samples.length} rounds, kept in ${csv}`);
  console.log(leaks.length === 0 ? 'Flat within 5 %.' : `Grown by more than 5 %: ${leaks.join(', ')}`);
  if (leaks.length > 0) process.exitCode = 1;
} finally {
  watch.stop();
  await context.close();
  await close();
  rmSync(profile, { recursive: true, force: true });
}
