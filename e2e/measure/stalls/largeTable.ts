/**
 * `npx tsx e2e/measure/stalls/largeTable.ts [--megabytes 200]`: a table of numbers of this size, looked through and taken as own
 * data, once to the end and once cancelled in the midst. Prints seconds, the longest pauses of the page's main thread, and the
 * memory that the page and its worker take at their peak beyond the page before.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import serveBuilt from '../../serve';
import { measuredPage } from '../measuredPage';
import { withoutGpu } from '../openPage';
import { choose } from '../pageActions';

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '200' } } });
const wanted = Number(values.megabytes) * 1e6;
const folder = mkdtempSync(join(tmpdir(), 'table-'));
const path = join(folder, 'large.csv');

async function write(): Promise<void> {
  const file = createWriteStream(path);
  file.write('a,b,c,d,e,f,g,h,answer\n');
  let bytes = 0;
  for (let row = 0; bytes < wanted;) {
    const lines = Array.from({ length: 5000 }, () => {
      row++;
      const cells = Array.from({ length: 8 }, (_, column) => ((row * (column + 3)) % 9973) / 7);
      return `${cells.map((cell) => cell.toFixed(5)).join(',')},${row % 2 === 0 ? 'even' : 'odd'}`;
    });
    const piece = `${lines.join('\n')}\n`;
    bytes += piece.length;
    if (!file.write(piece)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

try {
  await write();
  const closeServer = await serveBuilt();
  const { page, measured, close } = await measuredPage(withoutGpu);
  await page.getByRole('button', { name: /^Training curve/ }).click();
  const button = page.getByRole('button', { name: 'Own data…' });
  const dialog = page.getByRole('dialog');
  const bar = dialog.getByRole('progressbar');
  const looked = async () => {
    await choose(page, () => button.click(), path);
    await bar.waitFor();
  };
  await measured('cancelled', async () => {
    await looked();
    await page.waitForTimeout(1000);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await bar.waitFor({ state: 'detached' });
  });
  await page.keyboard.press('Escape');
  await measured('looked through', async () => {
    await looked();
    await dialog.getByRole('button', { name: 'Use this table' }).waitFor({ timeout: 0 });
  });
  await measured('taken', async () => {
    await dialog.getByRole('button', { name: 'Use this table' }).click();
    await dialog.waitFor({ state: 'detached', timeout: 0 });
  });
  await close();
  await closeServer();
} finally {
  rmSync(folder, { recursive: true });
}
