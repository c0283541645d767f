/**
 * `npx tsx e2e/measure/stalls/manyPhotos.ts [--each 1000]`: so many drawn photos of each of three classes, chosen as a folder, then
 * scrolled through from the first to the last. Prints seconds, the longest pauses of the page's main thread (the first one
 * is the browser making the list of files), and how many thumbnails are in the page at once.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawnFolder, scenes } from '../drawnPhotos';
import { pauses, watchPauses } from '../endurance/memoryWatch';
import { withPage, withoutGpu } from '../openPage';
import { choose, command } from '../pageActions';

const { values } = parseArgs({ options: { each: { type: 'string', default: '1000' } } });
const each = Number(values.each);
const folder = mkdtempSync(join(tmpdir(), 'many-'));
try {
  const photos = await drawnFolder(folder, each);
  await withPage(async ({ open }) => {
    const page = await open('/');
    page.on('pageerror', ({ message }) => console.error(message));
    await command(page, 'Photos…');
    const dialog = page.getByRole('dialog', { name: 'Photos' });
    await watchPauses(page);
    const measured = async (what: string, work: () => Promise<void>) => {
      await pauses(page);
      const begun = performance.now();
      await work();
      const seconds = ((performance.now() - begun) / 1000).toFixed(1);
      const longest = (await pauses(page)).slice(0, 5).map((pause) => pause.toFixed(0));
      console.log(`${what}: ${seconds} s; longest pauses ${longest.join(', ') || 'below 50'} ms`);
    };
    const all = each * scenes.length;
    await measured(`${all} photos`, async () => {
      await choose(page, () => dialog.getByRole('button', { name: 'Choose folder…' }).click(), photos);
      await dialog
        .getByText(new RegExp(`(${all.toLocaleString('en-US')}|${all}) photos added`))
        .first()
        .waitFor({ timeout: 0 });
      await dialog.getByRole('button', { name: 'Train on these photos' }).waitFor({ timeout: 0 });
    });
    const list = dialog.getByRole('list', { name: 'Photos of all classes' });
    console.log(`${await list.getByRole('button').count()} thumbnails in the page`);
    await measured('scrolled to the end', async () => {
      await list.hover();
      const end = () =>
        list.evaluate((part) => {
          let scroller: Element = part;
          while (scroller.parentElement && getComputedStyle(scroller).overflowY !== 'auto')
            scroller = scroller.parentElement;
          return scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
        });
      for (let steps = 0; steps < 2000 && (await end()) > 1; steps++) await page.mouse.wheel(0, 500);
    });
  }, withoutGpu);
} finally {
  rmSync(folder, { recursive: true });
}
