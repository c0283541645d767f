/**
 * `npx tsx e2e/measure/stalls/largeTable.ts [--megabytes 100]`: a table of numbers of this size, brought in as own data, once to
 * the end and once cancelled in the midst. Prints seconds and the longest pauses of the page's main thread.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pauses, watchPauses } from '../endurance/memoryWatch';
import { withPage, withoutGpu } from '../openPage';
import { choose } from '../pageActions';

const { values } = parseArgs({ options: { megabytes: { type: 'string', default: '100' } } });
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
  await withPage(async ({ open }) => {
    const page = await open('/?template=deepbrick-4');
    page.on('pageerror', ({ message }) => console.error(message));
    await page.getByRole('button', { name: /^Training curve/ }).click();
    // What opens the panel is not measured.
    await page.getByRole('button', { name: 'Own data…' }).waitFor();
    await page.waitForTimeout(2000);
    await watchPauses(page);
    const button = page.getByRole('button', { name: 'Own data…' });
    const cancel = page.getByRole('button', { name: 'Cancel' });
    for (const whole of [false, true]) {
      await pauses(page);
      const begun = performance.now();
      await choose(page, () => button.click(), path);
      await cancel.waitFor();
      if (!whole) {
        await page.waitForTimeout(1000);
        await cancel.click();
      }
      await button.waitFor({ timeout: 0 });
      await page.waitForTimeout(1000);
      const seconds = ((performance.now() - begun - 1000) / 1000).toFixed(1);
      const longest = (await pauses(page)).slice(0, 5).map((pause) => pause.toFixed(0));
      console.log(
        `${whole ? 'read' : 'cancelled'}: ${seconds} s; longest pauses ${longest.join(', ') || 'below 50'} ms`,
      );
    }
  }, withoutGpu);
} finally {
  rmSync(folder, { recursive: true });
}
