/**
 * `npx tsx e2e/measure/largeModels.ts FILE …`: saved models, such as one of 500 MB, opened through the page as projects of
 * their own with their weights. Prints the memory of the browser's processes before, at most and after, the longest pauses
 * of the page's main thread, and what the page said. Linux only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { browserPath } from '../browser';
import serveBuilt from '../serve';
import { type Memory, memoryWatch, pauses, watchPauses } from './endurance/memoryWatch';
import { withoutGpu } from './openPage';
import { choose, command } from './pageActions';

const text = ({ renderers, all }: Memory) => `${renderers.toFixed(0)} MB (all processes ${all.toFixed(0)} MB)`;
const close = await serveBuilt();
for (const file of process.argv.slice(2)) {
  // A profile on disk, as people have one: a private window would keep the files in memory.
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    args: [...withoutGpu],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
  });
  const watch = memoryWatch(profile);
  try {
    const page = await context.newPage();
    await page.goto(process.env['DEEPBRICK_URL']!);
    await page.getByRole('main').waitFor();
    page.on('pageerror', ({ message }) => console.error(message));
    await watchPauses(page);
    await page.waitForTimeout(3000);
    const before = watch.now();
    watch.peak();
    const begun = performance.now();
    await choose(page, () => command(page, 'Open file…'), file);
    const said = page.getByText(/is open as a new project|could not|too large|too much/i);
    await said.first().waitFor({ timeout: 200_000 });
    const seconds = (performance.now() - begun) / 1000;
    const longest = (await pauses(page)).slice(0, 5).map((pause) => pause.toFixed(0));
    console.log(`${file}: ${seconds.toFixed(1)} s; longest pauses ${longest.join(', ') || 'below 50'} ms`);
    console.log(`  renderers before ${text(before)}, at most ${text(watch.peak())}, after ${text(watch.now())}`);
    console.log(`  “${await said.first().innerText()}”`);
  } finally {
    watch.stop();
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
await close();
