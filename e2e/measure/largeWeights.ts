/**
 * `npx tsx e2e/measure/largeWeights.ts [--top] [--folder FOLDER] [--backend wasm]`: VGG16's weights as a Keras `.h5` (59 MB;
 * with `--top` 553 MB) through the page: kept among the files of one's own, and opened as a trained model. Prints the memory
 * of the browser's processes before, at most and after, and the longest pause of the page's main thread. Linux only.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { withPage, withoutGpu } from './openPage';
import { type Memory, longestPause, memoryWatch, watchPauses } from './memoryWatch';
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

await withPage(async ({ browser, open }) => {
  const page = await open('/');
  page.on('pageerror', ({ message }) => console.error(message));
  const watch = await memoryWatch(browser);
  await watchPauses(page);
  const measured = async (what: string, work: () => Promise<void>) => {
    await page.waitForTimeout(2000);
    const before = await watch.now();
    watch.peak();
    await longestPause(page);
    const begun = performance.now();
    await work();
    const seconds = (performance.now() - begun) / 1000;
    const [peak, pause] = [watch.peak(), await longestPause(page)];
    await page.waitForTimeout(2000);
    console.log(`${what}: ${seconds.toFixed(1)} s, longest pause ${pause.toFixed(0)} ms`);
    console.log(`  renderers before ${text(before)}, at most ${text(peak)}, after ${text(await watch.now())}`);
  };
  await openDocument(page, vggText(top));
  await page.getByRole('button', { name: /^Training curve/ }).click();
  const training = page.getByRole('region', { name: 'Training', exact: true });
  await training.getByLabel('backend', { exact: true }).selectOption(backend);
  await page.getByRole('button', { name: /^Training curve/ }).click();

  const dialog = page.getByRole('dialog');
  await measured('kept among the files of one’s own', async () => {
    await command(page, 'Pretrained weights…');
    const own = dialog.getByRole('region', { name: 'Files of your own' });
    await choose(page, () => own.getByRole('button', { name: 'Choose file…' }).click(), path);
    await own.getByText('SHA-256').waitFor({ timeout: 0 });
    await page.keyboard.press('Escape');
  });
  for (const time of ['opened as a trained model', 'opened once more'])
    await measured(time, async () => {
      await command(page, 'Open trained model…');
      await choose(page, () => dialog.getByRole('button', { name: 'Choose files…' }).click(), path);
      await dialog
        .getByText(/^The weights are in/)
        .or(dialog.getByRole('alert'))
        .first()
        .waitFor({ timeout: 0 });
      const trouble = await dialog.getByRole('alert').allInnerTexts();
      if (trouble.length > 0) throw new Error(trouble.join(' '));
      await page.keyboard.press('Escape');
    });
  watch.stop();
}, withoutGpu);
