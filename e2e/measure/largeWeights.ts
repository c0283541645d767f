/**
 * `npx tsx e2e/measure/largeWeights.ts [--top] [--folder FOLDER] [--backend wasm]`: VGG16's weights as a Keras `.h5` (59 MB;
 * with `--top` 553 MB) through the page: kept among the files of one's own, and opened as a trained model. Prints the memory
 * of the browser's processes before, at most and after, and the longest pauses of the page's main thread. Linux only.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { browserPath, webgpuFlags } from '../browser';
import serveBuilt from '../serve';
import { type Memory, memoryWatch, pauses, watchPauses } from './endurance/memoryWatch';
import { withoutGpu } from './openPage';
import { choose, command, openDocument } from './pageActions';
import { vggText, writeVggFile } from './vggFile';

const { values } = parseArgs({
  options: {
    top: { type: 'boolean', default: false },
    folder: { type: 'string', default: join(tmpdir(), 'deepbrick-vgg') },
    backend: { type: 'string', default: 'wasm' },
  },
});
const { top, folder, backend } = values;
mkdirSync(folder, { recursive: true });
const path = join(folder, top ? 'vgg16.h5' : 'vgg16_notop.h5');
if (!existsSync(path)) await writeVggFile(top, path);

const text = ({ renderers, all }: Memory) => `${renderers.toFixed(0)} MB (all processes ${all.toFixed(0)} MB)`;

const close = await serveBuilt();
// A profile on disk, as people have one: a private window would keep the files in memory.
const profile = mkdtempSync(join(tmpdir(), 'profile-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: browserPath(),
  args: [...(backend === 'webgpu' ? webgpuFlags : withoutGpu)],
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
  const measured = async (what: string, work: () => Promise<void>) => {
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
  };
  await openDocument(page, vggText(top));
  await page.getByRole('button', { name: /^Training curve/ }).click();
  const training = page.getByRole('region', { name: 'Training', exact: true });
  await training.getByLabel('backend', { exact: true }).selectOption(backend);
  await page.getByRole('button', { name: /^Training curve/ }).click();

  const dialog = page.getByRole('dialog');
  const own = dialog.getByRole('region', { name: 'Your own files' });
  await measured('the dialog of pretrained weights', async () => {
    await command(page, 'Pretrained weights…');
    await own.waitFor();
  });
  await measured('kept among the files of one’s own', async () => {
    await choose(page, () => own.getByRole('button', { name: 'Choose file…' }).click(), path);
    await own.getByText('SHA-256').waitFor({ timeout: 0 });
  });
  await page.keyboard.press('Escape');
  for (const time of ['opened as a trained model', 'opened once more']) {
    await command(page, 'Open trained model…');
    await measured(time, async () => {
      await choose(page, () => dialog.getByRole('button', { name: 'Choose files…' }).click(), path);
      const said = dialog.getByText(/^The weights are in/).or(dialog.getByRole('alert'));
      await said.first().waitFor({ timeout: 0 });
      const trouble = await dialog.getByRole('alert').allInnerTexts();
      if (trouble.length > 0) throw new Error(trouble.join(' '));
    });
    await page.keyboard.press('Escape');
  }
} finally {
  watch.stop();
  await context.close();
  await close();
  rmSync(profile, { recursive: true, force: true });
}
