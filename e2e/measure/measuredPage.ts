import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright';
import { browserPath } from '../browser';
import { type Memory, memoryWatch, pauses, watchPauses } from './endurance/memoryWatch';

export interface MeasuredPage {
  readonly page: Page;
  /** Does the work; prints how long it took, the longest pauses of the page, and the memory of the browser's processes. */
  measured(what: string, work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const text = ({ renderers, all }: Memory) => `${renderers.toFixed(0)} MB (all processes ${all.toFixed(0)} MB)`;

/** The page at `DEEPBRICK_URL` in a profile on disk, as people have one: a private window would keep files in memory. */
export async function measuredPage(flags: readonly string[]): Promise<MeasuredPage> {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath(),
    args: [...flags],
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
  });
  const watch = memoryWatch(profile);
  const page = await context.newPage();
  await page.goto(process.env['DEEPBRICK_URL']!);
  await page.getByRole('main').waitFor();
  page.on('pageerror', ({ message }) => console.error(message));
  await watchPauses(page);
  return {
    page,
    async measured(what, work) {
      // What the page does by itself after its start, or after the work before, is no part of it.
      await page.waitForTimeout(3000);
      const before = watch.now();
      watch.peak();
      await pauses(page);
      const begun = performance.now();
      await work();
      const seconds = (performance.now() - begun) / 1000;
      const peak = watch.peak();
      const longest = (await pauses(page)).slice(0, 5).map((pause) => pause.toFixed(0));
      await page.waitForTimeout(3000);
      console.log(`${what}: ${seconds.toFixed(1)} s; longest pauses ${longest.join(', ') || 'below 50'} ms`);
      console.log(`  renderers before ${text(before)}, at most ${text(peak)}, after ${text(watch.now())}`);
    },
    async close() {
      watch.stop();
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
